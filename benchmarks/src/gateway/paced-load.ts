import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'undici';
import { percentile } from '../percentile.ts';

type Paced = { url: string; bodies: readonly string[]; perSecond: number; seconds: number };

/**
 * Requests at an even pace, whether those before are answered or not, as they come from many clients who know nothing of
 * one another. What a request waits for being sent late counts.
 */
export const pacedLoad = async ({ url, bodies, perSecond, seconds }: Paced) => {
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections: 128 });
  const headers = { 'content-type': 'application/json' };
  const latencies: number[] = [];
  const send = async (dueMs: number, body: string): Promise<void> => {
    const response = await pool.request({ method: 'POST', path, headers, body });
    await response.body.arrayBuffer();
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} under ${perSecond} requests a second`);
    latencies.push(performance.now() - dueMs);
  };
  const startedMs = performance.now();
  const count = Math.max(20, Math.round(perSecond * seconds));
  const sent: Promise<void>[] = [];
  while (sent.length < count) {
    const dueMs = startedMs + (sent.length / perSecond) * 1_000;
    const leftMs = dueMs - performance.now();
    if (leftMs > 0.5) await delay(leftMs);
    sent.push(send(dueMs, bodies[sent.length % bodies.length] ?? ''));
  }
  await Promise.all(sent);
  const tookMs = performance.now() - startedMs;
  await pool.close();
  const at = (percent: number) => Math.round(percentile(latencies, percent) * 10) / 10;
  return { perSecond: (count / tookMs) * 1_000, p50Ms: at(50), p99Ms: at(99) };
};
