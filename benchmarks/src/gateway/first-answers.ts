import { hear } from '@cartograph/testing';
import { askChild } from './child.ts';
import type { EngineName } from './engines.ts';
import { heavyQuery, variableSets } from './heavy-graph.ts';
import { type Measuring, startEngine } from './measure-engine.ts';
import type { PeerName } from './peers/peer-names.ts';

export type FirstAnswers = { engine: EngineName | PeerName; coldMs: number; warmMs: number; coldCpuMs: number };

const together = 16;

/**
 * The heavy query, asked of a process that has never seen it by 16 clients at once, each with variables of its own; then
 * once more. Were it planned for each of them, the CPU of the first time would tell.
 */
export const measureFirstAnswers = async (
  engine: EngineName | PeerName,
  measuring: Measuring,
): Promise<FirstAnswers> => {
  const gateway = startEngine(engine, measuring);
  const { url } = await hear<{ url: string }>(gateway);
  const sets = variableSets(2 * together);
  const round = async (from: number) => {
    const before = await askChild<{ cpuMs: number }>(gateway);
    const startedMs = performance.now();
    await Promise.all(sets.slice(from, from + together).map((variables) => ask(url, variables)));
    const ms = performance.now() - startedMs;
    const after = await askChild<{ cpuMs: number }>(gateway);
    return { ms, cpuMs: after.cpuMs - before.cpuMs };
  };
  const cold = await round(0);
  const warm = await round(together);
  gateway.disconnect();
  return { engine, coldMs: cold.ms, warmMs: warm.ms, coldCpuMs: cold.cpuMs };
};

const ask = async (url: string, variables: object): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query: heavyQuery, variables });
  const response = await fetch(url, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  await response.arrayBuffer();
};
