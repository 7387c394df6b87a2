import type { Log } from '../log.ts';
import type { Queues } from '../queues/start-queues.ts';
import type { BridgeContext } from './actions/action.ts';
import { createArchives } from './archives.ts';
import { commitTogether } from './commit-together.ts';
import { startDeliverer } from './deliverer.ts';
import { type AcceptedEvent, createDeliveryQueue } from './delivery-queue.ts';
import { openStore } from './open-store.ts';
import { createRegistry } from './registry.ts';
import { startReplayer } from './replayer.ts';
import { createReplays } from './replays.ts';
import { createSqsSender } from './sqs-sender.ts';

export type BridgeCoreOptions = {
  /** Where the store is kept; made if missing. */
  dataDir: string;
  region: string;
  /** Where the targets' queues are. */
  queues: Pick<Queues, 'url' | 'sendBatch'>;
  log: Log;
};

/** What stands behind the HTTP server: the store with all it holds, and what moves events out of it. */
export type BridgeCore = {
  context: BridgeContext;
  /** Lets deliveries in flight end; what is undelivered or not yet replayed stays in the store. */
  close: () => Promise<void>;
};

const dayMs = 86_400_000;
/** How long AWS shows a replay that has ended. */
const replayDays = 90;
/** With 1,000 events of an archive at a time this keeps pace with 200 a second. */
const pruneEveryMs = 5_000;

export function openBridgeCore({ dataDir, region, queues, log }: BridgeCoreOptions): BridgeCore {
  const database = openStore(dataDir);
  const [registry, archives, replays] = [createRegistry(database), createArchives(database), createReplays(database)];
  const deliveries = createDeliveryQueue(database, region);
  registry.putBus('default');
  const deliverer = startDeliverer({ deliveries, send: createSqsSender(queues.sendBatch, queues.url), log });
  const accept = commitTogether((events: AcceptedEvent[]) => deliverer.wake(deliveries.accept(events)));
  const wakeQueues = (queueArns: Iterable<string>) => deliverer.wake(queueArns);
  const replayer = startReplayer({ replays, archives, registry, deliveries, region, log, wakeQueues });
  const pruning = setInterval(() => {
    archives.prune(Date.now());
    replays.prune(Date.now() - replayDays * dayMs);
  }, pruneEveryMs);
  pruning.unref();
  return {
    context: { region, registry, archives, replays, accept, wakeReplayer: () => replayer.wake() },
    async close() {
      clearInterval(pruning);
      replayer.stop();
      await deliverer.stop();
      database.close();
    },
  };
}
