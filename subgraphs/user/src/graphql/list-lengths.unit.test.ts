import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { misjudgedLists } from '@cartograph/graph-limits';
import { addressFormatOf, countryCodes } from '@cartograph/postal-address';
import { expect, it } from 'vitest';
import { consentPurposes, shownDecisions } from '../domain/people/consent.ts';
import { holders, shownRequests } from '../domain/people/data-request.ts';
import { preferencesOf } from '../domain/people/notification-preference.ts';
import { maxAddresses } from '../domain/people/saved-address.ts';
import { shownTickets } from '../domain/tickets/ticket-page.ts';
import { maxSessions } from '../persistence/prisma-sessions.ts';

const schema = readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8');

it('takes no list to be shorter than it can be', () => {
  const longest = {
    'User.addresses': maxAddresses,
    'User.consents': consentPurposes.length,
    'User.consentHistory': shownDecisions,
    'User.notificationPreferences': preferencesOf([]).length,
    'User.dataRequests': shownRequests,
    'User.tickets': shownTickets,
    'DataRequest.receipts': holders.length,
    'AddressFormat.regions': Math.max(...countryCodes.map((code) => addressFormatOf(code)?.regions.length ?? 0)),
    'Query.mySessions': maxSessions,
    // An address has so many fields; no other input has more.
    '*.userErrors': 8,
  };
  expect(misjudgedLists(schema, longest)).toEqual([]);
});
