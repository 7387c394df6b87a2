import { Alarm, type AlarmProps, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Runbook } from '../facts/runbooks.ts';

export type RunbookAlarmProps = Pick<
  AlarmProps,
  'alarmName' | 'threshold' | 'comparisonOperator' | 'evaluationPeriods'
> & {
  metric: IMetric;
  /** What is the matter, in one sentence for who is woken by it. */
  says: string;
  runbook: Runbook;
  alerts: ITopic;
  /** What no measurement means; by default that all is well. */
  missing?: TreatMissingData;
};

/** An alarm that tells somebody, and tells them what to do. */
export class RunbookAlarm extends Alarm {
  constructor(scope: Construct, id: string, { says, runbook, alerts, missing, ...props }: RunbookAlarmProps) {
    super(scope, id, {
      ...props,
      alarmDescription: `${says} What to do: docs/runbooks/${runbook}.md`,
      treatMissingData: missing ?? TreatMissingData.NOT_BREACHING,
    });
    this.addAlarmAction(new SnsAction(alerts));
    this.addOkAction(new SnsAction(alerts));
  }
}
