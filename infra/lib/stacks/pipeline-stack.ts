import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  BuildEnvironmentVariableType,
  BuildSpec,
  ComputeType,
  LinuxBuildImage,
  PipelineProject,
} from 'aws-cdk-lib/aws-codebuild';
import {
  Artifact,
  ExecutionMode,
  Pipeline,
  type StageProps as PipelineStage,
  PipelineType,
  Result,
} from 'aws-cdk-lib/aws-codepipeline';
import {
  CodeBuildAction,
  CodeStarConnectionsSourceAction,
  ManualApprovalAction,
} from 'aws-cdk-lib/aws-codepipeline-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { accept } from '../constructs/accept.ts';
import { acceptBelow, acceptFamilies, findingName } from '../constructs/accept-families.ts';
import { mayDeploy, mayPublish, publishVariables } from '../constructs/deploy-rights.ts';
import { releaseRoleArn } from '../facts/release-role.ts';
import { type StageSettings, stages, tools } from '../stages.ts';
import type { RegistryStack } from './registry-stack.ts';

type Step = 'schema' | 'check' | 'images' | 'deploy' | 'smoke';

/** From a commit to prod. Each step runs a file of infra/delivery as it stands, so that anybody can run it too. */
export class PipelineStack extends Stack {
  private readonly source = new Artifact('source');
  private readonly sourceAction: CodeStarConnectionsSourceAction;
  private readonly key: Key;
  private readonly projects: Readonly<Record<Step, PipelineProject>>;

  constructor(scope: Construct, id: string, { registry, ...props }: StackProps & { registry: RegistryStack }) {
    super(scope, id, props);
    this.key = new Key(this, 'key', { description: 'Encrypts what the pipeline hands on.', enableKeyRotation: true });
    this.key.grantEncryptDecrypt(new ServicePrincipal(`logs.${this.region}.amazonaws.com`));
    this.projects = {
      schema: this.project('schema', ComputeType.MEDIUM),
      check: this.project('check', ComputeType.LARGE),
      images: this.project('images', ComputeType.MEDIUM),
      deploy: this.project('deploy', ComputeType.SMALL),
      smoke: this.project('smoke', ComputeType.SMALL),
    };
    mayPublish(this.projects.images, registry);
    mayDeploy(this.projects.deploy);
    const { owner, name: repo, branch } = tools.repository;
    this.sourceAction = new CodeStarConnectionsSourceAction({
      actionName: 'source',
      connectionArn: tools.connectionArn,
      owner,
      repo,
      branch,
      output: this.source,
      // With its history: a change of the graph is judged against the commit before.
      codeBuildCloneOutput: true,
    });
    const pipeline = new Pipeline(this, 'pipeline', {
      pipelineName: 'cartograph',
      pipelineType: PipelineType.V2,
      // A newer commit overtakes one that waits: nobody approves what is old already.
      executionMode: ExecutionMode.SUPERSEDED,
      artifactBucket: this.artifacts(),
      stages: [
        { stageName: 'source', actions: [this.sourceAction] },
        { stageName: 'schema', actions: [this.action('schema')] },
        { stageName: 'check', actions: [this.action('check')] },
        { stageName: 'images', actions: [this.action('images', publishVariables)] },
        ...this.deployments(stages.staging),
        ...this.deployments(stages.prod),
      ],
    });
    const handedOn = ['<artifacts7424475B.Arn>/*'];
    for (const user of [pipeline, ...Object.values(this.projects)]) {
      acceptFamilies(user);
      acceptBelow(user, 'What the pipeline hands on has names that CodePipeline makes up.', handedOn);
    }
  }

  private deployments(stage: StageSettings): PipelineStage[] {
    const approval = new ManualApprovalAction({
      actionName: 'approve',
      additionalInformation: `Deploy to ${stage.name}?`,
    });
    const graph = { GRAPH_URL: `https://${stage.domain.name}/graphql` };
    return [
      ...(stage.needsApproval ? [{ stageName: `approve-${stage.name}`, actions: [approval] }] : []),
      {
        stageName: stage.name,
        actions: [
          this.action('deploy', { STAGE: stage.name, RELEASE_ROLE_ARN: releaseRoleArn(stage) }, 1),
          this.action('smoke', graph, 2),
        ],
        // Back to the release that was here before: deploys by the alarms of its services do it, and so does the test purchase.
        onFailure: { result: Result.ROLLBACK },
      },
    ];
  }

  private action(step: Step, variables: Readonly<Record<string, string>> = {}, runOrder = 1): CodeBuildAction {
    const entries = Object.entries({ ...variables, RELEASE: this.sourceAction.variables.commitId });
    return new CodeBuildAction({
      actionName: step,
      runOrder,
      project: this.projects[step],
      input: this.source,
      environmentVariables: Object.fromEntries(
        entries.map(([name, value]) => [name, { type: BuildEnvironmentVariableType.PLAINTEXT, value }]),
      ),
    });
  }

  private project(step: Step, computeType: ComputeType): PipelineProject {
    const logGroup = new LogGroup(this, `${step}-log`, {
      logGroupName: `/cartograph/tools/${step}`,
      retention: RetentionDays.ONE_MONTH,
      encryptionKey: this.key,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const project = new PipelineProject(this, `${step}-project`, {
      projectName: `cartograph-${step}`,
      buildSpec: BuildSpec.fromSourceFilename(`infra/delivery/${step}.buildspec.yml`),
      environment: { buildImage: LinuxBuildImage.STANDARD_8_0, computeType, privileged: step === 'images' },
      encryptionKey: this.key,
      timeout: Duration.minutes(60),
      logging: { cloudWatch: { logGroup } },
    });
    if (step === 'images') accept(project, { 'AwsSolutions-CB3': 'Images are built by Docker, which needs it.' });
    acceptBelow(project, 'Reports and streams of a build have names that CodeBuild makes up.', [
      `arn:aws:logs:${this.region}:${this.account}:log-group:/aws/codebuild/${findingName(project)}:*`,
      `arn:aws:codebuild:${this.region}:${this.account}:report-group/${findingName(project)}-*`,
    ]);
    return project;
  }

  private artifacts(): Bucket {
    const bucket = new Bucket(this, 'artifacts', {
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(30) }],
      removalPolicy: RemovalPolicy.DESTROY,
    });
    accept(bucket, { 'AwsSolutions-S1': 'Sources for a month, read by builds alone: CloudTrail has who.' });
    return bucket;
  }
}
