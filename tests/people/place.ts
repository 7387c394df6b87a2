/** Where something is written or said that somebody else than its owner reads. */
export type Place = {
  readonly name: string;
  readonly text: string;
};
