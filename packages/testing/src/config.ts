const { CARTOGRAPH_EXECUTION } = process.env;

if (CARTOGRAPH_EXECUTION !== undefined && !['cartograph', 'apollo'].includes(CARTOGRAPH_EXECUTION)) {
  throw new Error(`CARTOGRAPH_EXECUTION must be cartograph or apollo, not ${CARTOGRAPH_EXECUTION}`);
}

/** The engine by which whole stacks are tried that do not choose one: `pnpm test:apollo` has them run by Apollo's. */
export const triedEngine: string | undefined = CARTOGRAPH_EXECUTION;
