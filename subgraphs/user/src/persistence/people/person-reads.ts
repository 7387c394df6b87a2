import { idFromUuid, uuidOfId } from '@cartograph/ids';
import { shownDecisions } from '../../domain/people/consent.ts';
import type { UserId } from '../../domain/user.ts';
import type { PersonReads } from '../../use-cases/people/ports.ts';
import type { ConsentDecision, PrismaClient } from '../generated/client.ts';
import { addressOf, consentOf, wishOf } from './person-rows.ts';

type ConsentRow = Omit<ConsentDecision, 'position'>;

/** What resolvers read of people, from PostgreSQL, one statement each. */
export const createPersonReads = (prisma: PrismaClient): PersonReads => ({
  profiles: async (ids) => {
    const rows = await prisma.profile.findMany({ where: of(ids) });
    return new Map(rows.map(({ userId, locale, phone }) => [idFromUuid('user', userId), { locale, phone }]));
  },
  addresses: async (ids) => {
    const rows = await prisma.address.findMany({ where: of(ids), orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
    return byUser(rows, addressOf);
  },
  heldConsents: async (ids) => {
    const rows = await prisma.$queryRaw<ConsentRow[]>`
      SELECT DISTINCT ON (user_id, purpose) user_id AS "userId", purpose, is_granted AS "isGranted",
        policy_version AS "policyVersion", decided_at AS "decidedAt"
      FROM consent_decision WHERE user_id = ANY(${ids.map(uuidOfId)}::uuid[])
      ORDER BY user_id, purpose, position DESC`;
    return byUser(rows, consentOf);
  },
  consentHistories: async (ids) => {
    const rows = await prisma.$queryRaw<ConsentRow[]>`
      SELECT newest.* FROM unnest(${ids.map(uuidOfId)}::uuid[]) AS person(id) CROSS JOIN LATERAL (
        SELECT user_id AS "userId", purpose, is_granted AS "isGranted", policy_version AS "policyVersion",
          decided_at AS "decidedAt"
        FROM consent_decision WHERE user_id = person.id ORDER BY position DESC LIMIT ${shownDecisions}) AS newest`;
    return byUser(rows, consentOf);
  },
  wishes: async (ids) => byUser(await prisma.notificationPreference.findMany({ where: of(ids) }), wishOf),
});

const of = (ids: readonly UserId[]) => ({ userId: { in: ids.map(uuidOfId) } });

const byUser = <Row extends { readonly userId: string }, Value>(
  rows: readonly Row[],
  readRow: (row: Row) => Value,
): ReadonlyMap<UserId, readonly Value[]> =>
  new Map(
    [...Map.groupBy(rows, ({ userId }) => idFromUuid('user', userId))].map(([id, own]) => [id, own.map(readRow)]),
  );
