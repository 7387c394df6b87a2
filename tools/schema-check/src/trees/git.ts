import { execFile } from 'node:child_process';

/** Runs git in a folder; `null` when it fails or is not there. Its words to people are not shown. */
export const git = (root: string, args: string[], input = ''): Promise<string | null> =>
  new Promise((resolve) => {
    const options = { cwd: root, maxBuffer: 256 * 1024 * 1024 };
    const child = execFile('git', args, options, (error, stdout) => resolve(error === null ? stdout : null));
    // git may end before it has read what it was sent.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
