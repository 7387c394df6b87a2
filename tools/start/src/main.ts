import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whenLauncherIsGone } from './follow-parent.ts';
import { helpText, readOptions } from './options.ts';
import { createProgress } from './progress.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const say = (text: string) => process.stdout.write(text);
const complain = (text: string) => process.stderr.write(`${text}\n`);

const main = async (): Promise<void> => {
  const asked = readOptions(process.argv.slice(2), { dataDir: join(root, '.cartograph/data') });
  if (asked.kind === 'help') return void say(helpText);
  if (asked.kind === 'wrong') return end(2, asked.message);
  const progress = createProgress(say);
  progress.step('Getting ready');
  // Imported late, so that --help and a wrong option answer at once.
  const { start } = await import('./start.ts');
  const options = { ...asked.options, dataDir: resolve(asked.options.dataDir) };
  const stopping = stopWhenAsked();
  const started = await start(options, progress.step);
  stopping.arm(started.stop, progress.step);
  const { summary } = await import('./summary.ts');
  progress.step('Ready');
  const { url, mailboxUrl, tracesUrl } = started.stack;
  say(summary({ url, mailboxUrl, tracesUrl, hasDemo: options.hasDemo, dataDir: options.dataDir }));
  const { watchSchemas } = await import('./watch-schemas.ts');
  watchSchemas({
    root,
    supergraphPath: join(root, 'gateway/supergraph.graphql'),
    report: progress.step,
    restart: async (subgraph) => {
      await started.stack.kill(subgraph, 'SIGTERM');
      await started.stack.restart(subgraph);
    },
  });
  const broken = await started.stack.broken;
  complain(`\n${broken.name} ended by itself, so everything stops. Its last words:\n${broken.lastWords}`);
  await started.stop();
  process.exit(1);
};

/** A signal during the start is remembered and obeyed as soon as there is something to stop. */
const stopWhenAsked = () => {
  let isAsked = false;
  let stop: (() => void) | undefined;
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    stop?.();
  };
  process.on('SIGINT', ask);
  process.on('SIGTERM', ask);
  process.on('SIGHUP', ask);
  whenLauncherIsGone(ask);
  return {
    arm: (stopAll: () => Promise<void>, step: (text: string) => void) => {
      stop = () => {
        step('Stopping: requests and events in hand are finished first');
        stopAll().then(
          () => {
            step('Stopped');
            process.exit(0);
          },
          (error: unknown) => end(1, String(error)),
        );
      };
      if (isAsked) stop();
    },
  };
};

const end = (code: number, message: string): never => {
  complain(message);
  process.exit(code);
};

main().catch((error: unknown) => end(1, error instanceof Error ? error.message : String(error)));
