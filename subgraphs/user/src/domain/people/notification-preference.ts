import type { ConsentPurpose } from './consent.ts';

export const notificationTopics = ['ACCOUNT', 'ORDERS', 'SUPPORT', 'OFFERS'] as const;
export const notificationChannels = ['EMAIL', 'SMS'] as const;

export type NotificationTopic = (typeof notificationTopics)[number];
export type NotificationChannel = (typeof notificationChannels)[number];

export type Wish = {
  readonly topic: NotificationTopic;
  readonly channel: NotificationChannel;
  readonly isEnabled: boolean;
};

export type NotificationPreference = Wish & { readonly isOptional: boolean };

type Rule = {
  readonly isEnabledByDefault: boolean;
  readonly isOptional: boolean;
  readonly needs: ConsentPurpose | null;
};

const told: Rule = { isEnabledByDefault: true, isOptional: true, needs: null };
const askedFor: Rule = { ...told, isEnabledByDefault: false };
const offered: Rule = { ...askedFor, needs: 'MARKETING' };

/** Who is told what unless they say otherwise, what nobody can turn off, and what needs a consent first. */
export const notificationRules: Readonly<Record<NotificationTopic, Readonly<Record<NotificationChannel, Rule>>>> = {
  // That somebody signed in or changed the password is told to the account's address, or a thief would turn it off first.
  ACCOUNT: { EMAIL: { ...told, isOptional: false }, SMS: askedFor },
  ORDERS: { EMAIL: told, SMS: askedFor },
  SUPPORT: { EMAIL: told, SMS: askedFor },
  OFFERS: { EMAIL: offered, SMS: offered },
};

/** Every topic on every channel: the wish where there is one, the default elsewhere. */
export const preferencesOf = (wishes: readonly Wish[]): NotificationPreference[] =>
  notificationTopics.flatMap((topic) =>
    notificationChannels.map((channel) => {
      const { isEnabledByDefault, isOptional } = notificationRules[topic][channel];
      const wish = wishes.find((each) => each.topic === topic && each.channel === channel);
      return { topic, channel, isOptional, isEnabled: isOptional ? (wish?.isEnabled ?? isEnabledByDefault) : true };
    }),
  );
