import { createTransport } from 'nodemailer';
import type { SendMail } from '../use-cases/identity-ports.ts';

export type SmtpOptions = {
  /** `smtp://` or, with TLS from the first byte, `smtps://`; user and password in it where the server asks for them. */
  readonly url: string;
  /** The address in the mails' From. */
  readonly from: string;
};

const timeoutMs = 10_000;

/** Mails by SMTP, over a small pool of connections. */
export const smtpMail = ({ url, from }: SmtpOptions): { send: SendMail; close: () => void } => {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  return {
    // Marked as written by a machine (RFC 3834): nobody's holiday answer comes back.
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ from, to, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } });
    },
    close: () => transport.close(),
  };
};
