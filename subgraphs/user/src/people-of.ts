import { personStore } from './persistence/people/person-store.ts';
import type { PersonReads } from './use-cases/people/ports.ts';
import { removeAddress } from './use-cases/people/remove-address.ts';
import { saveAddress } from './use-cases/people/save-address.ts';
import { setConsent } from './use-cases/people/set-consent.ts';
import { setNotificationPreference } from './use-cases/people/set-notification-preference.ts';
import { updateProfile } from './use-cases/people/update-profile.ts';

/** What people keep here of themselves: what is read of it, and what may be done with it. */
export const peopleOf = (reads: PersonReads) => {
  const people = personStore;
  return {
    reads,
    updateProfile: updateProfile({ people }),
    saveAddress: saveAddress({ people }),
    removeAddress: removeAddress({ people }),
    setConsent: setConsent({ people }),
    setNotificationPreference: setNotificationPreference({ people }),
  };
};

export type People = ReturnType<typeof peopleOf>;
