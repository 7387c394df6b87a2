import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '@cartograph/local-cloud';

export type TestRedis = {
  readonly url: string;
  readonly password: string;
  /** Brings the end of everything it holds that much nearer, as if the time had passed. */
  passTime: (seconds: number) => Promise<void>;
  /** Takes connections and answers nothing, until it thaws. */
  freeze: () => void;
  thaw: () => void;
  stop: () => Promise<void>;
};

const ageAll = `for _, key in ipairs(redis.call('KEYS', '*')) do
  local left = redis.call('PTTL', key)
  if left > 0 then redis.call('PEXPIRE', key, math.max(1, left - ARGV[1])) end
end return 1`;

const password = 'as-elasticache-wants-one';

/** A real Redis (the program of that path) on 127.0.0.1, on a free port unless one is given; it keeps nothing on disk. */
export const startRedis = async (program: string, givenPort?: number): Promise<TestRedis> => {
  const port = givenPort ?? (await freePort());
  const settings = { port: String(port), bind: '127.0.0.1', save: '', appendonly: 'no', requirepass: password };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(program, args, { cwd: '/tmp', stdio: 'ignore' });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if ((await say(port, ['PING']).catch(() => '')).startsWith('+PONG')) {
      const passTime = async (seconds: number) => {
        const answer = await say(port, ['EVAL', ageAll, '0', String(seconds * 1_000)]);
        if (!answer.startsWith(':1')) throw new Error(`Redis answers ${answer}`);
        // What is over now ends with the next millisecond.
        await delay(5);
      };
      const freeze = () => void child.kill('SIGSTOP');
      const thaw = () => void child.kill('SIGCONT');
      return { url: `redis://127.0.0.1:${port}`, password, passTime, freeze, thaw, stop };
    }
    await delay(25);
  }
  await stop();
  throw new Error(`${program} does not answer on port ${port}`);
};

/** One command and its answer of one line, as they go over the wire (RESP), after the password and its answer. */
const say = (port: number, words: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write([['AUTH', password], words].map(wired).join(''));
    });
    socket.once('error', reject);
    socket.on('data', (part) => {
      heard += part.toString();
      const [, answer, ...more] = heard.split('\r\n');
      if (more.length === 0) return;
      socket.destroy();
      resolve(answer ?? '');
    });
  });

const wired = (words: readonly string[]): string =>
  `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
