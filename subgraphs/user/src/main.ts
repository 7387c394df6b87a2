import { runProcess } from '@cartograph/subgraph-server';
import { readConfig } from './config.ts';
import { startUser } from './wire.ts';

await runProcess({ name: 'user', readConfig, start: startUser });
