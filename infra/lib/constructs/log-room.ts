import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { StageSettings } from '../stages.ts';

const retentions: Readonly<Record<number, RetentionDays>> = {
  7: RetentionDays.ONE_WEEK,
  30: RetentionDays.ONE_MONTH,
  90: RetentionDays.THREE_MONTHS,
};

/** How long the stage keeps logs. @throws Error for a number of days that CloudWatch Logs does not have */
export const retentionOf = ({ logDays }: StageSettings): RetentionDays => {
  const retention = retentions[logDays];
  if (retention === undefined) throw new Error(`Logs are kept 7, 30 or 90 days, not ${logDays}.`);
  return retention;
};

export type LogRoomProps = {
  stage: StageSettings;
  /** Below /cartograph/<stage>/, or a whole name where AWS has chosen it. */
  name: string;
  key: IKey;
};

/** A log group that forgets in time and is encrypted by the stage's key. */
export class LogRoom extends LogGroup {
  constructor(scope: Construct, id: string, { stage, name, key }: LogRoomProps) {
    super(scope, id, {
      logGroupName: name.startsWith('/') ? name : `/cartograph/${stage.name}/${name}`,
      retention: retentionOf(stage),
      encryptionKey: key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
