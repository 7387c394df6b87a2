/** How many, in how many seconds from the first on. */
export type Quota = { readonly points: number; readonly duration: number };

/** Counts against one quota, by key. */
export type Counter = {
  /** Takes one; null when there was one to take, else in how many milliseconds to come again. */
  readonly take: (key: string) => number | null | Promise<number | null>;
  readonly giveBack: (key: string) => void | Promise<void>;
  /** As if none had been taken. */
  readonly forgive: (key: string) => void | Promise<void>;
  readonly isTaken: (key: string) => boolean | Promise<boolean>;
};
