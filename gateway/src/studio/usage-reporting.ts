import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginUsageReporting } from '@apollo/server/plugin/usageReporting';
import type { Logger } from '@cartograph/telemetry';
import { apolloLogger } from '../apollo-logger.ts';
import type { GatewayConfig } from '../config.ts';
import type { GatewayContext } from '../gateway-context.ts';

/**
 * Tells Studio which operations run, which fields they use, how long they take and whose client sends them, where the
 * configuration asks for it. Values of variables, headers and messages of errors stay here, and so does the text of an
 * operation that could not be executed; literals are taken out of the others by Apollo's own signature.
 */
export const usageReporting = (config: GatewayConfig, logger: Logger): ApolloServerPlugin<GatewayContext>[] => {
  if (config.STUDIO_USAGE_REPORTING === 'off') return [ApolloServerPluginUsageReportingDisabled()];
  const plugin = ApolloServerPluginUsageReporting<GatewayContext>({
    sendVariableValues: { none: true },
    sendHeaders: { none: true },
    sendErrors: { masked: true },
    sendUnexecutableOperationDocuments: false,
    fieldLevelInstrumentation: config.STUDIO_FIELD_TRACES,
    generateClientInfo: ({ contextValue: { edge } }) => ({
      clientName: edge.client.name,
      clientVersion: edge.client.version,
    }),
    logger: apolloLogger(logger),
    ...(config.STUDIO_REPORTING_ENDPOINT && { endpointUrl: config.STUDIO_REPORTING_ENDPOINT.replace(/\/$/, '') }),
  });
  return [plugin, errorsOfSubgraphs];
};

/**
 * Apollo's plugin counts an error of a subgraph only where an engine has told it the place, as Apollo's own does: without
 * this, operations that our engine executes would never fail in Studio.
 */
const errorsOfSubgraphs: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, metrics }) {
        if (metrics.captureTraces || metrics.nonFtv1ErrorPaths) return;
        const places = errors.flatMap(({ path, extensions: { serviceName } }) =>
          typeof serviceName === 'string' ? [{ subgraph: serviceName, path }] : [],
        );
        if (places.length > 0) metrics.nonFtv1ErrorPaths = places;
      },
    };
  },
};
