import { escaped } from '../pages/escaped.ts';
import type { StoredMail } from './mail-store.ts';

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
article{border:1px solid #8886;border-radius:.5rem;padding:1rem;margin:1rem 0}h2{font-size:1.1rem;margin:0}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:.5rem 0 0}small{opacity:.7}:root{color-scheme:light dark}`;

const mostShown = 100;

/** The mailbox as a page that a person reads; without scripts, as mails are written by whoever registers. */
export const mailPage = (mails: readonly StoredMail[]): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Mailbox</title>
<meta name="viewport" content="width=device-width"><style>${style}</style></head>
<body><h1>Mailbox</h1><p>Every mail that the platform on this machine sends ends here; none leaves it.
${mails.length === 0 ? 'There is none yet.' : ''}</p>
${mails.slice(0, mostShown).map(article).join('\n')}
</body></html>`;

const article = ({ to, subject, text, receivedAt }: StoredMail): string =>
  `<article><h2>${escaped(subject)}</h2><small>to ${escaped(to.join(', '))}, ${escaped(receivedAt)}</small>
<pre>${escaped(text)}</pre></article>`;
