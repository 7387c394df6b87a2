import type { IKey } from 'aws-cdk-lib/aws-kms';
import { DatabaseSecret } from 'aws-cdk-lib/aws-rds';
import { Construct } from 'constructs';
import type { Subgraph } from '../facts/subgraphs.ts';
import type { Aurora } from './aurora.ts';

/** The database of one subgraph: its own name, its own role, credentials that nobody else gets. */
export class SubgraphDatabase extends Construct {
  readonly aurora: Aurora;
  readonly secret: DatabaseSecret;
  readonly name: Subgraph;

  constructor(scope: Construct, id: string, { aurora, name, key }: { aurora: Aurora; name: Subgraph; key: IKey }) {
    super(scope, id);
    this.aurora = aurora;
    this.name = name;
    this.secret = new DatabaseSecret(this, 'secret', {
      username: name,
      dbname: name,
      masterSecret: aurora.admin,
      encryptionKey: key,
      excludeCharacters: ` %+~\`#$&*()|[]{}:;<>?!'/@"\\`,
    });
    const attached = this.secret.attach(aurora.cluster);
    aurora.rotate(`${name}-rotation`, attached);
  }

  /**
   * Where the database is, without who asks: user and password come as PGUSER and PGPASSWORD, which rotate. Rotation has
   * two users take turns; both act as the role that owns the tables, so that what one makes the other may change.
   */
  get url(): string {
    const { hostname, port } = this.aurora.cluster.clusterEndpoint;
    const as = encodeURIComponent(`-c role=${this.name}`);
    return `postgresql://${hostname}:${port}/${this.name}?sslmode=verify-full&options=${as}`;
  }
}
