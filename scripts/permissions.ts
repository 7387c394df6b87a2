import { gapsIn, permissionsPage, rowsOf } from '@cartograph/permission-matrix';
import type { GeneratedFile } from './generated-file.ts';
import { readSubgraphs } from './supergraph.ts';

/** docs/permissions.md, in memory. Throws for a type, field or mutation of which nobody has said who may see or call it. */
export const permissions = async (root: string): Promise<GeneratedFile> => {
  const gaps = gapsIn(rowsOf((await readSubgraphs(root)).map(({ sdl }) => sdl)));
  if (gaps.length > 0) throw new Error(`The permission matrix is not whole:\n${gaps.join('\n')}`);
  return { path: 'docs/permissions.md', content: permissionsPage(), cure: 'pnpm generate' };
};
