import { createBareClient } from './bare-client.ts';
import type { MeasuredGateway } from './measured-gateway.ts';
import type { Kept } from './tell-memory.ts';

/** What the gateway kept after so many operations. */
export type Reading = Kept & { readonly operations: number };

/** No two alike, in name, alias and arguments: nothing that is kept for a text is ever of use again. */
const operation = (number: number): string =>
  JSON.stringify({
    query: `query Soak${number} { a${number}: products(first: 1, after: "${number}") { id title } }`,
  });

type Soaking = { readonly operations: number; readonly readings: number; readonly clients?: number };

/** Asks ever new operations, and reads in between, after a collection, what the gateway keeps. Throws for any answer but a good one. */
export const soak = async (
  gateway: MeasuredGateway,
  { operations, readings, clients = 8 }: Soaking,
  tell: (reading: Reading) => void = () => undefined,
): Promise<Reading[]> => {
  const client = await createBareClient(gateway.url, clients);
  const found: Reading[] = [];
  let asked = 0;
  const askUntil = async (end: number): Promise<void> => {
    while (asked < end) {
      asked += 1;
      const { status, body } = await client.post(operation(asked));
      if (status !== 200 || body.includes('"errors"')) throw new Error(`operation ${asked}: ${status} ${body}`);
    }
  };
  for (let turn = 1; turn <= readings; turn += 1) {
    const end = Math.round((operations * turn) / readings);
    await Promise.all(Array.from({ length: clients }, () => askUntil(end)));
    const reading = { operations: asked, ...(await gateway.kept()) };
    found.push(reading);
    tell(reading);
  }
  client.close();
  return found;
};

/**
 * By how many bytes the heap grows with each operation: the median of the slopes between any two readings (Theil and Sen). A
 * table that is made anew with more room is a step, and no growth.
 */
export const growthPerOperation = (readings: readonly Reading[]): number => {
  const slopes = readings
    .flatMap((early, index) => readings.slice(index + 1).map((late) => slopeBetween(early, late)))
    .sort((one, other) => one - other);
  return slopes[Math.floor(slopes.length / 2)] ?? Number.NaN;
};

const slopeBetween = (early: Reading, late: Reading): number =>
  (late.heapBytes - early.heapBytes) / (late.operations - early.operations);
