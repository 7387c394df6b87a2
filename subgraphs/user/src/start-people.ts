import { startWayIn, type UnitOfWork } from '@cartograph/outbox';
import type { Running } from '@cartograph/subgraph-server';
import type { Logger } from '@cartograph/telemetry';
import type { UserConfig } from './config.ts';
import { createFetchPart } from './gathering/fetch-part.ts';
import { startGatherer } from './gathering/gatherer.ts';
import { machineToken } from './issuer/machine-token.ts';
import { type People, peopleOf } from './people-of.ts';
import type { PeopleStores } from './persistence/people/people-stores.ts';
import { createReactions } from './reactions/index.ts';

type Options = { config: UserConfig; stores: PeopleStores; unitOfWork: UnitOfWork; logger: Logger };

/** What is done for people without being asked: reactions to events, and the gathering of their exports. */
export const startPeople = ({ config, stores, unitOfWork, logger }: Options): Running & { people: People } => {
  const settings = {
    exportDeadlineSeconds: config.EXPORT_DEADLINE_SECONDS,
    exportKeepSeconds: config.EXPORT_KEEP_SECONDS,
    erasureDeadlineSeconds: config.ERASURE_DEADLINE_SECONDS,
  };
  const people = peopleOf({ ...stores, settings });
  const wayIn = startWayIn<'user'>({ config, reactions: createReactions(people), unitOfWork, logger });
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_SIGNING_KEYS: keys } = config;
  const gatherer = startGatherer({
    parts: stores.awaitedParts,
    fetchPart: createFetchPart({
      graphUrl: config.GRAPH_URL,
      machineToken: machineToken({ issuer, audience, keys, clock: () => new Date() }),
      own: stores.personalRecords,
    }),
    receivePart: people.receivePart,
    endOverdueExports: people.endOverdueExports,
    unitOfWork,
    logger,
    intervalMs: config.EXPORT_SWEEP_SECONDS * 1_000,
  });
  return { people, stop: async () => void (await Promise.all([wayIn.stop(), gatherer.stop()])) };
};
