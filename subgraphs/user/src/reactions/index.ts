import type { Reactions } from '@cartograph/outbox';
import type { DataRequestId } from '../domain/people/data-request.ts';
import type { UserId } from '../domain/user.ts';
import type { eraseAccount } from '../use-cases/people/erase-account.ts';
import type { noteErasure } from '../use-cases/people/note-erasure.ts';

/** What the user subgraph does when it hears of others, and of itself: erasing goes the same way in all four. */
export const createReactions = (useCases: {
  readonly eraseAccount: ReturnType<typeof eraseAccount>;
  readonly noteErasure: ReturnType<typeof noteErasure>;
}): Reactions<'user'> => ({
  UserErasureRequested: (tx, { data }) =>
    useCases.eraseAccount(tx, { requestId: data.requestId as DataRequestId, userId: data.userId as UserId }),
  UserDataErased: (tx, { data }) =>
    useCases.noteErasure(tx, { requestId: data.requestId as DataRequestId, subgraph: data.subgraph }),
});
