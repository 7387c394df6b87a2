import { UplinkSupergraphManager } from '@apollo/gateway';
import type { Logger } from '@cartograph/telemetry';
import { apolloLogger } from '../apollo-logger.ts';
import type { GatewayConfig } from '../config.ts';
import type { SupergraphSource, UpdateSupergraph } from '../supergraph-file.ts';
import { type LastGood, lastGoodFile } from './last-good-file.ts';

type Uplink = { key: string; graphRef: string; config: GatewayConfig; logger: Logger };

/**
 * The supergraph that Studio composed, polled from Apollo Uplink as often as Uplink asks for. One that does not load leaves
 * the last good one serving and says why in the log; so does an uplink that cannot be reached. At a start without an
 * uplink the last good one of an earlier run serves, where UPLINK_LAST_GOOD_PATH names a file for it.
 */
export const uplinkSupergraph = ({ key, graphRef, config, logger }: Uplink): SupergraphSource => {
  const lastGood = config.UPLINK_LAST_GOOD_PATH ? lastGoodFile(config.UPLINK_LAST_GOOD_PATH, logger) : undefined;
  const uplink = new UplinkSupergraphManager({
    apiKey: key,
    graphRef,
    logger: apolloLogger(logger),
    ...(config.UPLINK_ENDPOINTS && { uplinkEndpoints: config.UPLINK_ENDPOINTS }),
    ...(lastGood && { onFailureToFetchSupergraphSdlDuringInit: ({ error }) => lastGood.read(error) }),
  });
  let first: string | undefined;
  return {
    async initialize({ update }) {
      const load = loadUpdates({ update, lastGood, logger });
      const initialized = await uplink.initialize({ update: (sdl) => void load(sdl), ...neverAsked });
      first = initialized.supergraphSdl;
      return initialized;
    },
    onServing: () => {
      if (first !== undefined) lastGood?.keep(first);
      first = undefined;
    },
  };
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
