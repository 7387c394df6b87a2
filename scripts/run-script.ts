/** Runs a script's main function; an error becomes its message on stderr and exit code 1, without a stack trace. */
export const runScript = async (main: () => Promise<void>): Promise<void> => {
  try {
    await main();
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
};

/** Prints a message on stderr and lets the process end with exit code 1. */
export const fail = (message: string): void => {
  console.error(message);
  process.exitCode = 1;
};
