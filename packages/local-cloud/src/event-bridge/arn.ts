/** The account every local ARN belongs to. */
export const accountId = '000000000000';

export const busArn = (region: string, bus: string): string => `arn:aws:events:${region}:${accountId}:event-bus/${bus}`;

/** A rule of the default bus has no bus in its ARN. */
export const ruleArn = (region: string, bus: string, rule: string): string =>
  `arn:aws:events:${region}:${accountId}:rule/${bus === 'default' ? '' : `${bus}/`}${rule}`;

export const archiveArn = (region: string, archive: string): string =>
  `arn:aws:events:${region}:${accountId}:archive/${archive}`;

export const replayArn = (region: string, replay: string): string =>
  `arn:aws:events:${region}:${accountId}:replay/${replay}`;

export const queueArn = (region: string, queue: string): string => `arn:aws:sqs:${region}:${accountId}:${queue}`;

export const isQueueArn = (arn: string): boolean => /^arn:aws:sqs:[a-z0-9-]+:\d{12}:[\w-]{1,80}(\.fifo)?$/.test(arn);

/** The queue's URL at an SQS endpoint. */
export function queueUrlOf(arn: string, sqsUrl: string): string {
  const [, , , , account, name] = arn.split(':');
  return `${sqsUrl}/${account}/${name}`;
}

/** The bus a caller means: by name, by ARN, or the default one. */
export const busNameOf = (nameOrArn: string | undefined): string =>
  (nameOrArn ?? 'default').replace(/^arn:.*:event-bus\//, '');

/** Whether the queue is a FIFO queue: by its name, as SQS has it. */
export const isFifo = (queueArn: string): boolean => queueArn.endsWith('.fifo');
