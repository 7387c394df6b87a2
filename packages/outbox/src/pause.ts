/** A wait that can be ended from outside. `end` without a wait under way does nothing. */
export type Pause = { readonly for: (ms: number) => Promise<void>; readonly end: () => void };

/** Makes a pause; one wait at a time. */
export const createPause = (): Pause => {
  let end: () => void = () => undefined;
  return {
    for: (ms) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        end = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    end: () => end(),
  };
};
