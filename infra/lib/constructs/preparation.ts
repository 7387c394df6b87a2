import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import {
  ContainerDependencyCondition,
  FargateTaskDefinition as Definition,
  type FargateTaskDefinition,
  LogDrivers,
  Secret,
} from 'aws-cdk-lib/aws-ecs';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { processVariables } from '../facts/environment.ts';
import { imageOf } from '../facts/images.ts';
import type { Subgraph } from '../facts/subgraphs.ts';
import type { StageSettings } from '../stages.ts';
import { accept } from './accept.ts';
import { LogRoom } from './log-room.ts';
import type { SubgraphDatabase } from './subgraph-database.ts';

const prepareSql = readFileSync(join(import.meta.dirname, '../sql/prepare-database.sql'), 'utf8');

export type PreparationProps = { stage: StageSettings; key: IKey; database: SubgraphDatabase };

/**
 * The one-off task that runs before a subgraph's service changes: first, as the cluster's admin, it makes the database
 * and its role if they are missing; then, as that role and with the release's own image, it applies the migrations.
 */
export class Preparation extends Construct {
  readonly definition: FargateTaskDefinition;
  readonly name: Subgraph;

  constructor(scope: Construct, id: string, { stage, key, database }: PreparationProps) {
    super(scope, id);
    const { name } = database;
    this.name = name;
    const log = new LogRoom(this, 'log', { stage, name: `${name}-migrations`, key });
    const logging = (streamPrefix: string) => LogDrivers.awsLogs({ streamPrefix, logGroup: log });
    this.definition = new Definition(this, 'definition', {
      family: `cartograph-${stage.name}-${name}-migrations`,
      cpu: 256,
      memoryLimitMiB: 1_024,
    });
    const { secret, aurora } = database;
    const prepare = this.definition.addContainer('prepare', {
      image: imageOf(this, 'psql'),
      essential: false,
      command: [
        'sh',
        '-c',
        'printf "%s" "$PREPARE_SQL" | psql -X -v ON_ERROR_STOP=1 -v role="$ROLE" -v password="$ROLE_PASSWORD"',
      ],
      environment: { PREPARE_SQL: prepareSql, ROLE: name, PGDATABASE: 'postgres', PGSSLMODE: 'require' },
      secrets: {
        PGHOST: Secret.fromSecretsManager(aurora.admin, 'host'),
        PGPORT: Secret.fromSecretsManager(aurora.admin, 'port'),
        PGUSER: Secret.fromSecretsManager(aurora.admin, 'username'),
        PGPASSWORD: Secret.fromSecretsManager(aurora.admin, 'password'),
        ROLE_PASSWORD: Secret.fromSecretsManager(secret, 'password'),
      },
      logging: logging('prepare'),
    });
    const migrate = this.definition.addContainer('migrate', {
      image: imageOf(this, name),
      command: ['node', '/app/migrate.js'],
      environment: { ...processVariables(stage), DATABASE_URL: database.url },
      secrets: credentialsOf(database),
      user: '1000',
      readonlyRootFilesystem: true,
      stopTimeout: Duration.seconds(120),
      logging: logging('migrate'),
    });
    migrate.addContainerDependencies({ container: prepare, condition: ContainerDependencyCondition.SUCCESS });
    accept(this.definition, {
      'AwsSolutions-ECS2': 'Addresses and SQL stand in the environment; what is secret comes from Secrets Manager.',
      'AwsSolutions-IAM5[Resource::*]': 'ecr:GetAuthorizationToken knows no resource.',
    });
  }
}

/** Who a process is for its database: read at its start, and new after a rotation. */
export const credentialsOf = ({ secret }: SubgraphDatabase): Record<string, Secret> => ({
  PGUSER: Secret.fromSecretsManager(secret, 'username'),
  PGPASSWORD: Secret.fromSecretsManager(secret, 'password'),
});
