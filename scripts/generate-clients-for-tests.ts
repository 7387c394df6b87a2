import { generatePrismaClients } from '@cartograph/prisma-clients';
import { root } from './root.ts';

/** Vitest's global set-up: a single test file runs from a fresh checkout too, where no Prisma client is yet. */
export const setup = async (): Promise<void> => {
  await generatePrismaClients(root);
};
