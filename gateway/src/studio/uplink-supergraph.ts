import { UplinkSupergraphManager } from '@apollo/gateway';
import type { Logger } from '@cartograph/telemetry';
import { apolloLogger } from '../apollo-logger.ts';
import type { GatewayConfig } from '../config.ts';
import type { SupergraphSource, UpdateSupergraph } from '../supergraph-file.ts';
import { type LastGood, lastGoodFile } from './last-good-file.ts';

type Uplink = { key: string; graphRef: string; config: GatewayConfig; logger: Logger };

/**
 * The supergraph that Studio composed, polled from Apollo Uplink as often as Uplink asks for. One that does not load leaves
 * the last good one serving and says why in the log; so does an uplink that cannot be reached. At a start with a bad one, or
 * without an uplink, the last good one of an earlier run serves, where UPLINK_LAST_GOOD_PATH names a file for it.
 */
export const uplinkSupergraph = ({ key, graphRef, config, logger }: Uplink): SupergraphSource => {
  const lastGood = config.UPLINK_LAST_GOOD_PATH ? lastGoodFile(config.UPLINK_LAST_GOOD_PATH, logger) : undefined;
  const uplink = new UplinkSupergraphManager({
    apiKey: key,
    graphRef,
    logger: apolloLogger(logger),
    ...(config.UPLINK_ENDPOINTS && { uplinkEndpoints: config.UPLINK_ENDPOINTS }),
    // Where something can serve meanwhile, nobody waits through half a minute of attempts.
    ...(lastGood && {
      initialMaxRetries: 1,
      onFailureToFetchSupergraphSdlDuringInit: ({ error }) => lastGood.read(error, 'no uplink can be reached'),
    }),
  });
  let first: string | undefined;
  return {
    async initialize({ update }) {
      const load = loadUpdates({ update, lastGood, logger });
      const initialized = await uplink.initialize({ update: (sdl) => void load(sdl), ...neverAsked });
      first = initialized.supergraphSdl;
      try {
        // Tried here already: handed to the engine as the first one, a bad one would end the start.
        await update(first);
        return initialized;
      } catch (error) {
        first = undefined;
        const supergraphSdl = await insteadOf(error as Error, { initialized, lastGood });
        return { ...initialized, supergraphSdl };
      }
    },
    onServing: () => {
      if (first !== undefined) lastGood?.keep(first);
      first = undefined;
    },
  };
};

type Initialized = Awaited<ReturnType<UplinkSupergraphManager['initialize']>>;

/** The last good one in place of a bad one. Where none is kept, nothing can serve: it stops asking, and throws the reason. */
const insteadOf = async (
  error: Error,
  { initialized, lastGood }: { initialized: Initialized; lastGood: LastGood | undefined },
): Promise<string> => {
  try {
    if (lastGood === undefined) throw error;
    return await lastGood.read(error, 'the newest supergraph from Uplink does not load');
  } catch (reason) {
    await initialized.cleanup?.();
    throw reason;
  }
};

const loadUpdates =
  ({ update, lastGood, logger }: { update: UpdateSupergraph; lastGood: LastGood | undefined; logger: Logger }) =>
  async (supergraphSdl: string): Promise<void> => {
    try {
      await update(supergraphSdl);
      logger.info('the supergraph from Uplink is serving');
      lastGood?.keep(supergraphSdl);
    } catch (error) {
      logger.error({ err: error }, 'the supergraph from Uplink does not load: the last good one goes on serving');
    }
  };

const neverAsked = {
  healthCheck: async () => undefined,
  getDataSource: (): never => {
    throw new Error('subgraphs are asked by the engine alone');
  },
};
