import { runProcess } from '@cartograph/subgraph-server';
import { readConfig } from './config.ts';
import { startProduct } from './wire.ts';

await runProcess({ name: 'product', readConfig, start: startProduct });
