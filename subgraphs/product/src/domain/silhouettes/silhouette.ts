/**
 * A thing drawn flat in a square of 600, standing on y = 440: SVG elements whose colours are the words
 * $main, $dark, $light and $accent, filled in from the picture's palette.
 */
export type Silhouette = {
  /** What the product's title or category says when it is this thing. */
  matches: RegExp;
  elements: string;
};
