import { expect } from 'vitest';

export type ReadMail = { to: string[]; subject: string; text: string };

/** The mails to an address, the newest first, once there are that many. */
export const mailsTo = async (mailboxUrl: string, to: string, count = 1): Promise<ReadMail[]> => {
  const read = async () =>
    (await (await fetch(`${mailboxUrl}/mails?to=${encodeURIComponent(to)}`)).json()) as ReadMail[];
  await expect.poll(async () => (await read()).length, { timeout: 10_000, interval: 20 }).toBeGreaterThanOrEqual(count);
  return read();
};

/** The code in a mail. */
export const codeIn = ({ text }: ReadMail): string => {
  const code = /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/.exec(text)?.[0];
  if (!code) throw new Error('there is no code in the mail');
  return code;
};
