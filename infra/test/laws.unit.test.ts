import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { stages } from '../lib/stages.ts';
import { all, at, everything, nameOf, type Placed, referencesIn } from './assembly.ts';

const root = join(import.meta.dirname, '../..');
const breakers = (resources: Placed[], holds: (resource: Placed) => boolean): string[] =>
  resources.filter((resource) => !holds(resource)).map(nameOf);

describe('every stage', () => {
  it('is synthesised without an account, and in less than a minute', () => {
    expect(new Set(everything().map(({ stage }) => stage))).toEqual(new Set(['dev', 'staging', 'prod', 'tools']));
    expect(inject('synthSeconds')).toBeLessThan(60);
  });
});

describe('a database', () => {
  const instances = () => all('AWS::RDS::DBInstance');
  const clusters = () => all('AWS::RDS::DBCluster');

  it('is never public', () => {
    expect(breakers(instances(), (instance) => at(instance, 'PubliclyAccessible') === false)).toEqual([]);
  });

  it('is encrypted, backed up and speaks TLS only', () => {
    expect(breakers(clusters(), (cluster) => at(cluster, 'StorageEncrypted') === true)).toEqual([]);
    expect(breakers(clusters(), (cluster) => Number(at(cluster, 'BackupRetentionPeriod')) >= 1)).toEqual([]);
    const isTlsOnly = (group: Placed) => at(group, 'Parameters')?.['rds.force_ssl' as never] === '1';
    expect(breakers(all('AWS::RDS::DBClusterParameterGroup'), isTlsOnly)).toEqual([]);
  });

  it('logs no values of a statement and no row that was refused: people wrote them of themselves', () => {
    const quiet = {
      log_parameter_max_length: '0',
      log_parameter_max_length_on_error: '0',
      log_error_verbosity: 'terse',
    };
    const isQuiet = (group: Placed) =>
      Object.entries(quiet).every(([name, value]) => at(group, 'Parameters')?.[name as never] === value);
    const groups = all('AWS::RDS::DBClusterParameterGroup');
    expect(groups.length).toBeGreaterThan(0);
    expect(breakers(groups, isQuiet)).toEqual([]);
  });

  it('of prod cannot be deleted by mistake, is kept for 35 days, and is one for each subgraph', () => {
    const prod = clusters().filter(({ stage }) => stage === 'prod');
    expect(prod).toHaveLength(4);
    const isSafe = (cluster: Placed) =>
      at(cluster, 'DeletionProtection') === true &&
      at(cluster, 'BackupRetentionPeriod') === 35 &&
      cluster.DeletionPolicy === 'Retain';
    expect(breakers(prod, isSafe)).toEqual([]);
  });

  it('opens to security groups alone, never to an address', () => {
    const doors = all('AWS::EC2::SecurityGroupIngress').filter(({ stack }) => stack.endsWith('-database'));
    expect(doors.length).toBeGreaterThan(0);
    expect(breakers(doors, (door) => at(door, 'SourceSecurityGroupId') !== undefined)).toEqual([]);
  });
});

describe('a secret', () => {
  it('is encrypted by a key of ours', () => {
    expect(breakers(all('AWS::SecretsManager::Secret'), (secret) => at(secret, 'KmsKeyId') !== undefined)).toEqual([]);
  });
});

describe('a log group', () => {
  it('forgets in time and is encrypted', () => {
    const isTidy = (group: Placed) => Number(at(group, 'RetentionInDays')) > 0 && at(group, 'KmsKeyId') !== undefined;
    expect(breakers(all('AWS::Logs::LogGroup'), isTidy)).toEqual([]);
  });
});

describe('an alarm', () => {
  /** Those that make tasks more and fewer tell nobody. */
  const scales = (alarm: Placed) =>
    referencesIn(at(alarm, 'AlarmActions')).some((id) =>
      all('AWS::ApplicationAutoScaling::ScalingPolicy').some(
        (policy) => policy.stack === alarm.stack && policy.id === id,
      ),
    );
  const alarms = () => all('AWS::CloudWatch::Alarm').filter((alarm) => !scales(alarm));
  const runbookOf = (alarm: Placed) =>
    /docs\/runbooks\/([a-z-]+\.md)$/.exec(String(at(alarm, 'AlarmDescription')))?.[1] ?? 'none';

  it('tells somebody', () => {
    expect(breakers(alarms(), (alarm) => (at(alarm, 'AlarmActions') as unknown[] | undefined)?.length === 1)).toEqual(
      [],
    );
  });

  it('has a runbook that exists', () => {
    expect(breakers(alarms(), (alarm) => existsSync(join(root, 'docs/runbooks', runbookOf(alarm))))).toEqual([]);
  });

  it('is there for every runbook', () => {
    const pages = readdirSync(join(root, 'docs/runbooks')).filter((page) => page !== 'README.md');
    const used = new Set(alarms().map(runbookOf));
    expect(pages.filter((page) => !used.has(page))).toEqual([]);
  });
});

describe('a queue', () => {
  const queues = () => all('AWS::SQS::Queue');
  const isDeadLetters = ({ id, stack }: Placed) =>
    queues().some((other) => other.stack === stack && referencesIn(at(other, 'RedrivePolicy')).includes(id)) ||
    all('AWS::Events::Rule').some(
      (rule) =>
        rule.stack === stack && targetsOf(rule).some((target) => referencesIn(target.DeadLetterConfig).includes(id)),
    );
  const alarmsOn = ({ id, stack }: Placed, metric: string) =>
    all('AWS::CloudWatch::Alarm').filter(
      (alarm) =>
        alarm.stack === stack &&
        at(alarm, 'MetricName') === metric &&
        referencesIn(at(alarm, 'Dimensions')).includes(id),
    );

  it('has dead letters, or is one', () => {
    expect(breakers(queues(), (queue) => at(queue, 'RedrivePolicy') !== undefined || isDeadLetters(queue))).toEqual([]);
  });

  it('of dead letters wakes somebody at the first letter', () => {
    const deadLetters = queues().filter(isDeadLetters);
    expect(deadLetters.length).toBeGreaterThan(0);
    const wakes = (queue: Placed) =>
      alarmsOn(queue, 'ApproximateNumberOfMessagesVisible').some((alarm) => at(alarm, 'Threshold') === 0);
    expect(breakers(deadLetters, wakes)).toEqual([]);
  });

  it('with work in it wakes somebody when it stands still', () => {
    const working = queues().filter((queue) => !isDeadLetters(queue));
    expect(breakers(working, (queue) => alarmsOn(queue, 'ApproximateAgeOfOldestMessage').length === 1)).toEqual([]);
  });

  it('is encrypted', () => {
    expect(breakers(queues(), (queue) => at(queue, 'SqsManagedSseEnabled') === true)).toEqual([]);
  });
});

type Target = { Arn: unknown; DeadLetterConfig?: unknown };
const targetsOf = (rule: Placed): Target[] => (at(rule, 'Targets') ?? []) as Target[];

describe('the archive of the bus', () => {
  it('forgets before the inboxes do', () => {
    const shapes = readFileSync(join(root, 'packages/config/src/shapes.ts'), 'utf8');
    const inboxKeepDays = Number(/INBOX_KEEP_DAYS:[^,]*?\.default\((\d+)\)/.exec(shapes)?.[1]);
    expect(inboxKeepDays).toBeGreaterThan(0);
    expect(Object.values(stages).filter(({ archiveDays }) => archiveDays >= inboxKeepDays)).toEqual([]);
  });
});
