/** What a start needs from the machine, and what to do when it is not to be had. */
const cures: { sign: RegExp; sentence: (place: StartPlace) => string }[] = [
  {
    sign: /EADDRINUSE|Address already in use/i,
    sentence: ({ what, ports }) =>
      `${what} cannot listen on 127.0.0.1 port ${ports}: another program does; stop it or choose another port.`,
  },
  {
    sign: /ENOSPC|No space left on device|database or disk is full/i,
    sentence: ({ what, dataDir }) => `${what} cannot start, as the disk with ${dataDir} is full: free some space.`,
  },
  {
    sign: /EACCES|EPERM|EROFS|Permission denied|Read-only file system|wrong ownership|readonly database/i,
    sentence: ({ what, dataDir }) =>
      `${what} cannot write in ${dataDir}: run as the account that made it, give it to this one (chown -R), or choose another folder.`,
  },
];

export type StartPlace = { what: string; dataDir: string; ports: string };

/** One sentence with the cure for a failed start; the failure itself when it is of another kind. The first is its cause. */
export function explainStartFailure(failure: unknown, place: StartPlace): unknown {
  const { code = '', message = '' } = failure as { code?: string; message?: string };
  const cure = cures.find(({ sign }) => sign.test(`${code} ${message}`));
  return cure === undefined ? failure : new Error(cure.sentence(place), { cause: failure });
}
