import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesOf, maxEntries, maxRequestBytes, wavesOf } from './waves.ts';

const rows = fc.array(fc.record({ aggregate_id: fc.constantFrom('a', 'b', 'c', 'd'), position: fc.nat() }));
const parcels = fc.array(fc.record({ bytes: fc.integer({ min: 1, max: 250_000 }) }), { maxLength: 60 });

describe('waves', () => {
  it('hold each event once, at most one of an aggregate, and never a later one before an earlier', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const waves = wavesOf(all);
        expect(waves.flat()).toHaveLength(all.length);
        for (const wave of waves) expect(new Set(wave.map((row) => row.aggregate_id)).size).toBe(wave.length);
        for (const id of ['a', 'b', 'c', 'd']) {
          const ofAggregate = (row: { aggregate_id: string }) => row.aggregate_id === id;
          expect(waves.flat().filter(ofAggregate)).toEqual(all.filter(ofAggregate));
        }
      }),
    );
  });
});

describe('requests', () => {
  it('hold each entry once, in order, within the limits of PutEvents', () => {
    fc.assert(
      fc.property(parcels, (all) => {
        const batches = batchesOf(all);
        expect(batches.flat()).toEqual(all);
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(maxEntries);
          const bytes = batch.reduce((sum, parcel) => sum + parcel.bytes, 0);
          expect(batch.length === 1 || bytes <= maxRequestBytes).toBe(true);
        }
      }),
    );
  });

  it('are not more than needed: the next entry would have broken a limit', () => {
    fc.assert(
      fc.property(parcels, (all) => {
        const batches = batchesOf(all);
        for (const [at, batch] of batches.slice(0, -1).entries()) {
          const bytes = batch.reduce((sum, parcel) => sum + parcel.bytes, 0) + (batches[at + 1]?.[0]?.bytes ?? 0);
          expect(batch.length === maxEntries || bytes > maxRequestBytes).toBe(true);
        }
      }),
    );
  });
});
