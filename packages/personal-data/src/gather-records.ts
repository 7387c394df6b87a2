import { type Id, parseId } from '@cartograph/ids';
import { badUserInput, forbidden } from '@cartograph/subgraph-server';
import { hasScope, type Viewer } from '@cartograph/viewer';
import { type PersonalRecords, positionOf, type RecordPage } from './personal-records.ts';

/** Only a machine gathers: a person who came by the scope is refused as well. */
export const isGatherer = (viewer: Viewer): boolean =>
  viewer.clientId !== null && viewer.userId === null && hasScope(viewer, 'personal-data:read');

/** A page of what the subgraph holds of a person. Throws FORBIDDEN for whoever is no gatherer, BAD_USER_INPUT for bad arguments. */
export const gatherRecords = async (
  viewer: Viewer,
  read: PersonalRecords,
  args: { readonly userId: string; readonly after?: string | null },
): Promise<RecordPage> => {
  if (!isGatherer(viewer)) throw forbidden();
  const userId: Id<'user'> | null = parseId('user', args.userId);
  if (userId === null) throw badUserInput('This is no user id.');
  const after = args.after ? positionOf(args.after) : null;
  if (args.after && !after) throw badUserInput('This is no cursor of a list of records.');
  return read(userId, after);
};
