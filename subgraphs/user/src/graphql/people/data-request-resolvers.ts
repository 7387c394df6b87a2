import { createHash } from 'node:crypto';
import { parseId } from '@cartograph/ids';
import { hasScope } from '@cartograph/viewer';
import type { Context } from '../../context.ts';
import type { DataRequest } from '../../domain/people/data-request.ts';
import { exportFile } from '../../domain/people/export-file.ts';
import type {
  DataRequestResolvers,
  MutationResolvers,
  QueryResolvers,
  ResolversTypes,
  UserResolvers,
} from '../generated/resolver-types.ts';
import { accountClosed, invalidInput } from './person-errors.ts';
import { viewerIdOf } from './person-mutations.ts';

type UserError = Awaited<ResolversTypes['UserError']>;

/** By the viewer alone, not by the account: whoever was erased still sees that it was done. */
export const maySeeDataRequest = ({ userId }: Pick<DataRequest, 'userId'>, { viewer }: Context): boolean =>
  viewer.userId === userId || hasScope(viewer, 'user:read:any');

export const dataRequest: NonNullable<QueryResolvers['dataRequest']> = async (_, { id }, context) => {
  const requestId = parseId('datarequest', id);
  const request = requestId && (await context.people.requests.find(requestId));
  return request && maySeeDataRequest(request, context) ? request : null;
};

export const dataRequestsOfUser: NonNullable<UserResolvers['dataRequests']> = async ({ id }, _, { people }) => [
  ...(await people.requests.ofUser(id)),
];

export const dataRequestResolvers: DataRequestResolvers = {
  deadline: ({ deadlineAt }) => deadlineAt,
  receipts: ({ receipts }) => [...receipts],
  // Staff may see how far a request has come, but what it gathered is for its owner alone.
  file: async (request, _, { viewer, people }) => {
    if (request.status !== 'READY' || viewer.userId !== request.userId) return null;
    if (request.expiresAt !== null && request.expiresAt.getTime() < Date.now()) return null;
    const { name, content } = exportFile(request, await people.requests.parts(request.id));
    const bytes = Buffer.from(content);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { name, mediaType: 'application/json', byteLength: bytes.length, sha256, content };
  },
};

const refused = (userErrors: UserError[]) => ({ dataRequest: null, userErrors });

const requestDataExport: NonNullable<MutationResolvers['requestDataExport']> = async (_, __, context) => {
  const userId = viewerIdOf(context);
  const { unitOfWork, cause, people } = context;
  const outcome = await unitOfWork(cause, (tx) => people.requestExport(tx, { userId }));
  return outcome.ok ? { dataRequest: outcome.request, userErrors: [] } : refused([accountClosed]);
};

const requestErasure: NonNullable<MutationResolvers['requestErasure']> = async (_, { input }, context) => {
  const userId = viewerIdOf(context);
  const { unitOfWork, cause, people } = context;
  const outcome = await unitOfWork(cause, (tx) => people.requestErasure(tx, { userId, ...input }));
  if (outcome.ok) return { dataRequest: outcome.request, userErrors: [] };
  if (outcome.error.code === 'ACCOUNT_CLOSED') return refused([accountClosed]);
  return refused([invalidInput('confirmEmail', 'This is not the address of your account.')]);
};

export const dataRequestMutations = { requestDataExport, requestErasure };
