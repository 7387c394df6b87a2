import { createLogger } from '@cartograph/telemetry';
import { readConfig } from './config.ts';
import { startLocalCloud } from './start-local-cloud.ts';

const log = createLogger({ service: 'local-cloud', level: 'info' });

try {
  const localCloud = await startLocalCloud({ ...readConfig(), log });
  let hasBegunToStop = false;
  const stop = () => {
    // A second signal must not cut the first one short: what is in flight would be sent twice.
    if (hasBegunToStop) return;
    hasBegunToStop = true;
    void localCloud.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // A starter that was killed closes its IPC channel, if it gave one: nobody would ever stop us otherwise.
  process.on('disconnect', stop);
  const { eventBridgeUrl, sqsUrl, smtpUrl, mailboxUrl, tracesUrl } = localCloud;
  log.info({ eventBridgeUrl, sqsUrl, smtpUrl, mailboxUrl, tracesUrl }, 'ready');
} catch (error) {
  log.fatal({ err: error }, error instanceof Error ? error.message : 'could not start');
  process.exitCode = 1;
}
