import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

/** A mail as it is shown. */
export type StoredMail = {
  readonly id: string;
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly receivedAt: string;
};

export type MailStore = {
  /** Keeps a mail as it came in; the oldest beyond the newest 500 go. */
  add(source: Uint8Array, to: readonly string[]): Promise<void>;
  /** The newest first; of one addressee when given. */
  list(to?: string): StoredMail[];
};

const mostMails = 500;

/** Mails as files of a folder, so that they are there after a restart. */
export const openMailStore = (folder: string): MailStore => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const names = () =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  const mails = names().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as StoredMail);
  let count = 0;
  return {
    add: async (source, to) => {
      const parsed = await PostalMime.parse(source);
      const receivedAt = new Date().toISOString();
      count += 1;
      const id = `${receivedAt.replace(/\D/g, '')}-${process.pid}-${count}`;
      const { subject = '', text = '', from } = parsed;
      const mail = { id, to, from: from?.address ?? '', subject, text, receivedAt };
      const path = join(folder, `${id}.json`);
      // Renamed into place: a kill half-way leaves no half mail that the next start could not read.
      writeFileSync(`${path}.new`, JSON.stringify(mail), { mode: 0o600 });
      renameSync(`${path}.new`, path);
      mails.push(mail);
      while (mails.length > mostMails) rmSync(join(folder, `${mails.shift()?.id}.json`), { force: true });
    },
    list: (to) =>
      mails
        .filter((mail) => to === undefined || mail.to.some((one) => one.toLowerCase() === to.toLowerCase()))
        .reverse(),
  };
};
