/** The table at the end of a start: where things are, who can sign in, and a query to paste. */
export const summary = ({ url, mailboxUrl, tracesUrl, hasDemo, dataDir }: Summary): string => {
  const rows: [string, string][] = [
    ['Graph', `${url}/graphql`],
    ['Explorer', `${url}/explorer`],
    ['Mailbox', mailboxUrl],
    ['Traces', tracesUrl],
    ...(hasDemo ? demoAccounts : []),
    ['Data', dataDir],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const table = rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n');
  return `\n${table}\n\n  A query to paste:\n\n    ${firstQuery}\n\n  Stop with Ctrl-C.\n`;
};

export type Summary = { url: string; mailboxUrl: string; tracesUrl: string; hasDemo: boolean; dataDir: string };

const demoAccounts: [string, string][] = [
  ['Customer', 'ada@example.com / cartograph-demo'],
  ['Staff', 'grace@example.com / cartograph-demo'],
];

const firstQuery =
  '{ products(first: 3) { edges { node { title priceRange { min { amount currency } } variants { id title } } } } }';
