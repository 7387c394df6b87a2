import { Duration } from 'aws-cdk-lib';
import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';
import {
  AlarmBehavior,
  DeploymentControllerType,
  FargateService,
  type ICluster,
  type ScalableTaskCount,
} from 'aws-cdk-lib/aws-ecs';
import {
  ApplicationListenerRule,
  ApplicationProtocol,
  ApplicationTargetGroup,
  type IApplicationListener,
  type ListenerCondition,
  TargetGroupLoadBalancingAlgorithmType,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { containerPort } from '../facts/addresses.ts';
import { renewWeekly } from './renew-weekly.ts';
import { Task, type TaskProps } from './task.ts';
import { alarmsOfWorkload } from './workload-alarms.ts';

export type WorkloadProps = TaskProps & {
  cluster: ICluster;
  vpc: IVpc;
  group: ISecurityGroup;
  alerts: ITopic;
  /** Which requests are for it, and in which order it is asked. */
  door: { listener: IApplicationListener; priority: number; conditions: ListenerCondition[] };
  /** Whose age is a reason for more tasks. */
  queue?: IQueue | undefined;
};

/** One service of the platform: tasks behind the load balancer that become more and fewer, and go back by themselves. */
export class Workload extends Construct {
  readonly task: Task;
  readonly fargate: FargateService;
  readonly targets: ApplicationTargetGroup;

  constructor(scope: Construct, id: string, props: WorkloadProps) {
    super(scope, id);
    const { stage, name, cluster, group, door, vpc } = props;
    this.task = new Task(this, 'task', props);
    this.targets = new ApplicationTargetGroup(this, 'targets', {
      vpc,
      port: containerPort,
      protocol: ApplicationProtocol.HTTP,
      healthCheck: { path: '/health', interval: Duration.seconds(10), healthyThresholdCount: 2 },
      deregistrationDelay: Duration.seconds(15),
      loadBalancingAlgorithmType: TargetGroupLoadBalancingAlgorithmType.LEAST_OUTSTANDING_REQUESTS,
    });
    new ApplicationListenerRule(this, 'rule', { ...door, targetGroups: [this.targets] });
    this.fargate = new FargateService(this, 'fargate', {
      serviceName: `cartograph-${stage.name}-${name}`,
      cluster,
      taskDefinition: this.task.definition,
      vpcSubnets: { subnetGroupName: 'tasks' },
      securityGroups: [group],
      assignPublicIp: false,
      desiredCount: stage.workloads.minTasks,
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      deploymentController: { type: DeploymentControllerType.ECS },
      circuitBreaker: { enable: true, rollback: true },
      enableECSManagedTags: true,
    });
    this.fargate.attachToApplicationTargetGroup(this.targets);
    const alarmNames = alarmsOfWorkload(this, { ...props, fargate: this.fargate, targets: this.targets });
    this.fargate.enableDeploymentAlarms(alarmNames, { behavior: AlarmBehavior.ROLLBACK_ON_ALARM });
    this.scale(props);
    renewWeekly(this, { cluster, fargate: this.fargate });
  }

  private scale({ stage, queue }: WorkloadProps): void {
    const { minTasks, maxTasks } = stage.workloads;
    const count: ScalableTaskCount = this.fargate.autoScaleTaskCount({ minCapacity: minTasks, maxCapacity: maxTasks });
    const pace = { scaleOutCooldown: Duration.seconds(60), scaleInCooldown: Duration.minutes(5) };
    count.scaleOnCpuUtilization('cpu', { targetUtilizationPercent: 60, ...pace });
    // By benchmarks/ one core answers a few hundred requests a second: at this many there is room for a burst.
    const requestsPerTarget = Math.round((stage.workloads.cpu / 1_024) * 100 * 60);
    count.scaleOnRequestCount('requests', { requestsPerTarget, targetGroup: this.targets, ...pace });
    if (!queue) return;
    count.scaleOnMetric('queue-age', {
      metric: queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1) }),
      scalingSteps: [
        { upper: 5, change: -1 },
        { lower: 30, change: 1 },
        { lower: 120, change: 3 },
      ],
      cooldown: Duration.minutes(2),
    });
  }
}
