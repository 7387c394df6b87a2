import { runProcess } from '@cartograph/subgraph-server';
import { readConfig } from './config.ts';
import { startOrder } from './wire.ts';

await runProcess({ name: 'order', readConfig, start: startOrder });
