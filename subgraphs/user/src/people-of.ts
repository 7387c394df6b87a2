import type { DataRequestReads, DataRequestStore, ErasableAccounts } from './use-cases/people/data-request-ports.ts';
import { endOverdueExports } from './use-cases/people/end-overdue-exports.ts';
import { eraseAccount } from './use-cases/people/erase-account.ts';
import { noteErasure } from './use-cases/people/note-erasure.ts';
import type { PersonReads, PersonStore } from './use-cases/people/ports.ts';
import { receivePart } from './use-cases/people/receive-part.ts';
import { removeAddress } from './use-cases/people/remove-address.ts';
import { requestErasure } from './use-cases/people/request-erasure.ts';
import { requestExport } from './use-cases/people/request-export.ts';
import { saveAddress } from './use-cases/people/save-address.ts';
import { setConsent } from './use-cases/people/set-consent.ts';
import { setNotificationPreference } from './use-cases/people/set-notification-preference.ts';
import { updateProfile } from './use-cases/people/update-profile.ts';

export type PeopleParts = {
  readonly reads: PersonReads;
  readonly requestReads: DataRequestReads;
  readonly people: PersonStore;
  readonly accounts: ErasableAccounts;
  readonly requests: DataRequestStore;
  readonly settings: {
    readonly exportDeadlineSeconds: number;
    readonly exportKeepSeconds: number;
    readonly erasureDeadlineSeconds: number;
  };
};

/** What people keep here of themselves: what is read of it, and what may be done with it. */
export const peopleOf = ({ reads, requestReads, people, accounts, requests, settings }: PeopleParts) => ({
  reads,
  requests: requestReads,
  updateProfile: updateProfile({ people }),
  saveAddress: saveAddress({ people }),
  removeAddress: removeAddress({ people }),
  setConsent: setConsent({ people }),
  setNotificationPreference: setNotificationPreference({ people }),
  requestExport: requestExport({ accounts, requests, deadlineSeconds: settings.exportDeadlineSeconds }),
  requestErasure: requestErasure({ accounts, requests, deadlineSeconds: settings.erasureDeadlineSeconds }),
  eraseAccount: eraseAccount({ accounts }),
  noteErasure: noteErasure({ requests }),
  receivePart: receivePart({ requests, keepSeconds: settings.exportKeepSeconds }),
  endOverdueExports: endOverdueExports({ requests }),
});

export type People = ReturnType<typeof peopleOf>;
