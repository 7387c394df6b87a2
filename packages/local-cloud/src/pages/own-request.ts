import type { IncomingMessage } from 'node:http';

const ownNames = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/** Only as this machine's own: another name that points here (DNS rebinding) reads nobody's mail and no trace. */
export const isOwnRequest = ({ headers }: IncomingMessage): boolean => ownNames.test(headers.host ?? '');

/** What every page of ours is sent with: it loads nothing and runs nothing. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
  'content-type': 'text/html; charset=utf-8',
};
