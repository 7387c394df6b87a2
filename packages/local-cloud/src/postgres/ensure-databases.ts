import pg from 'pg';

/** A database and the role that owns it and alone may connect to it. */
export type DatabaseSpec = { name: string; role: string; password: string };

/**
 * Makes each database and its role if missing, sets the role's password, and closes every database to all other roles.
 * May run again at any time, also beside itself.
 * @returns the connection URL of each database by its name; secrets.
 */
export async function ensureDatabases(
  superuserUrl: string,
  databases: DatabaseSpec[],
): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: superuserUrl });
  // Without a listener a server that goes away ends our process.
  client.on('error', () => {});
  await client.connect();
  try {
    // Two starters at once would trip over each other's CREATE; the lock ends with the session.
    await client.query("SELECT pg_advisory_lock(hashtext('cartograph.ensure-databases'))");
    await client.query('REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC');
    for (const database of databases) await ensureDatabase(client, database);
  } finally {
    await client.end();
  }
  return Object.fromEntries(databases.map((database) => [database.name, databaseUrl(superuserUrl, database)]));
}

/** The URL with which the database's own role connects to it. */
export function databaseUrl(superuserUrl: string, { name, role, password }: DatabaseSpec): string {
  const url = new URL(superuserUrl);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}

async function ensureDatabase(client: pg.Client, { name, role, password }: DatabaseSpec): Promise<void> {
  const roleName = client.escapeIdentifier(role);
  const databaseName = client.escapeIdentifier(name);
  const hasRole = await exists(client, 'SELECT 1 FROM pg_roles WHERE rolname = $1', role);
  const verb = hasRole ? 'ALTER' : 'CREATE';
  const rights = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
  await client.query(`${verb} ROLE ${roleName} ${rights} PASSWORD ${client.escapeLiteral(password)}`);
  if (!(await exists(client, 'SELECT 1 FROM pg_database WHERE datname = $1', name))) {
    await client.query(`CREATE DATABASE ${databaseName} OWNER ${roleName}`);
  }
  await client.query(`ALTER DATABASE ${databaseName} OWNER TO ${roleName}`);
  await client.query(`REVOKE ALL ON DATABASE ${databaseName} FROM PUBLIC`);
}

async function exists(client: pg.Client, query: string, value: string): Promise<boolean> {
  return (await client.query(query, [value])).rowCount === 1;
}
