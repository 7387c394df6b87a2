import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import { SMTPServer } from 'smtp-server';
import type { Log } from '../log.ts';
import { isOwnRequest, pageHeaders } from '../pages/own-request.ts';
import { mailPage } from './mail-page.ts';
import { type MailStore, openMailStore } from './mail-store.ts';

export type MailboxOptions = {
  dataDir: string;
  /** Ports on 127.0.0.1; 0 takes a free one. */
  smtpPort: number;
  pagePort: number;
  log: Log;
};

export type Mailbox = {
  /** For MAIL_SMTP_URL. */
  smtpUrl: string;
  /** The page; `/mails?to=` below it is the same as JSON. */
  pageUrl: string;
  stop(): Promise<void>;
};

const host = '127.0.0.1';
const maxBytes = 1024 * 1024;

/** Starts an SMTP server that takes every mail and delivers none, and the page where a person reads them. */
export const startMailbox = async ({ dataDir, smtpPort, pagePort, log }: MailboxOptions): Promise<Mailbox> => {
  const store = openMailStore(dataDir);
  const smtp = createSmtpServer(store);
  await new Promise<void>((resolve, reject) => {
    smtp.once('error', reject);
    smtp.listen(smtpPort, host, resolve);
  });
  smtp.on('error', (error) => log.warn({ err: error }, 'a mail could not be taken in'));
  const page = createServer((request, response) => answer(store, request, response));
  try {
    await new Promise<void>((resolve, reject) => {
      page.once('error', reject);
      page.listen(pagePort, host, resolve);
    });
  } catch (error) {
    await closeSmtp(smtp);
    throw error;
  }
  return {
    smtpUrl: `smtp://${host}:${portOf(smtp.server)}`,
    pageUrl: `http://${host}:${portOf(page)}`,
    stop: async () => {
      page.closeAllConnections();
      await Promise.all([closeSmtp(smtp), new Promise((resolve) => page.close(resolve))]);
    },
  };
};

const createSmtpServer = (store: MailStore): SMTPServer =>
  new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: maxBytes,
    closeTimeout: 1_000,
    onData: (stream, session, callback) => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      // Turns a rejection into the callback's error, which the client hears as a refusal.
      callbackify(async () => store.add(await buffer(stream), to))(callback);
    },
  });

const closeSmtp = (smtp: SMTPServer): Promise<void> => new Promise((resolve) => smtp.close(() => resolve()));

const portOf = (server: { address: Server['address'] }): number => {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};

const answer = (store: MailStore, request: IncomingMessage, response: ServerResponse): void => {
  const url = new URL(request.url ?? '/', 'http://mailbox');
  const isAllowed = isOwnRequest(request) && request.method === 'GET';
  response.setHeader('cache-control', 'no-store');
  if (isAllowed && url.pathname === '/mails') {
    const mails = store.list(url.searchParams.get('to') ?? undefined);
    response.setHeader('content-type', 'application/json').end(JSON.stringify(mails));
  } else if (isAllowed && url.pathname === '/') {
    response.writeHead(200, pageHeaders).end(mailPage(store.list()));
  } else {
    response.writeHead(404).end();
  }
};
