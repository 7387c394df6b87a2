interface Match {
  names: string[];
  file: string;
  text: string;
}

/** The files whose path has this pattern, with what its groups matched. */
export const matching = (files: ReadonlyMap<string, string>, pattern: RegExp): Match[] =>
  [...files].flatMap(([file, text]) => {
    const match = pattern.exec(file);
    return match === null ? [] : [{ names: match.slice(1), file, text }];
  });
