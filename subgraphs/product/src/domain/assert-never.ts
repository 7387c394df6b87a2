/** The end of an exhaustive switch: the compiler refuses a case that was forgotten, and a wrong row throws. */
export const assertNever = (value: never): never => {
  throw new Error(`nobody thought of ${JSON.stringify(value)}`);
};
