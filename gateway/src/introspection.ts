import type { ApolloServerPlugin } from '@apollo/server';
import type { Viewer } from '@cartograph/viewer';
import { type DocumentNode, GraphQLError, visit } from 'graphql';
import type { GatewayConfig } from './config.ts';
import type { GatewayContext } from './gateway-context.ts';

type Openness = 'everyone' | 'staff' | 'nobody';

/** Who may ask for the schema; unless INTROSPECTION says so, everyone in development and nobody in production. */
export const introspectionFor = ({ INTROSPECTION, NODE_ENV }: GatewayConfig): Openness =>
  INTROSPECTION ?? (NODE_ENV === 'production' ? 'nobody' : 'everyone');

/** Where only staff may ask for the schema, refuses whoever holds no scope: customers and strangers hold none. */
export const guardIntrospection = (openness: Openness): ApolloServerPlugin<GatewayContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, contextValue: { viewer } }) {
        if (openness === 'staff' && !isStaff(viewer) && asksForSchema(document)) throw refused();
      },
    };
  },
});

const isStaff = ({ scopes }: Viewer): boolean => scopes.length > 0;

const asksForSchema = (document: DocumentNode): boolean => {
  let isAsked = false;
  visit(document, {
    Field: ({ name }) => {
      if (name.value === '__schema' || name.value === '__type') isAsked = true;
    },
  });
  return isAsked;
};

const refused = (): GraphQLError =>
  new GraphQLError('Only staff may ask for the schema: sign in, and send the token as header authorization.', {
    extensions: { code: 'FORBIDDEN' },
  });
