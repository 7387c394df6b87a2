import pg from 'pg';
import { silentLog, startPostgres } from '../src/index.ts';

// The program that the test kills: a server with a table, and then nothing more.
const server = await startPostgres({ dataDir: process.argv[2] ?? '', port: 0, log: silentLog });
const client = new pg.Client({ connectionString: server.superuserUrl });
await client.connect();
await client.query('CREATE TABLE left_behind AS SELECT 7 AS n');
process.stdout.write(`${JSON.stringify({ pid: server.pid, url: server.superuserUrl })}\n`);
setInterval(() => {}, 60_000);
