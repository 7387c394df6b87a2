/** AWS: at most 10 entries a PutEvents request. */
export const maxEntries = 10;
/** Our budget for one request, below AWS's limit of 256 KB counted over the entries. */
export const maxRequestBytes = 240_000;

/** The first event of every aggregate, then the second of every aggregate, and so on. */
export const wavesOf = <Row extends { readonly aggregate_id: string }>(rows: readonly Row[]): Row[][] => {
  const seen = new Map<string, number>();
  const waves: Row[][] = [];
  for (const row of rows) {
    const turn = seen.get(row.aggregate_id) ?? 0;
    seen.set(row.aggregate_id, turn + 1);
    waves[turn] ??= [];
    waves[turn].push(row);
  }
  return waves;
};

/** As few requests as fit the limits, in the given order. A parcel above the budget goes alone. */
export const batchesOf = <Parcel extends { readonly bytes: number }>(parcels: readonly Parcel[]): Parcel[][] => {
  const batches: Parcel[][] = [];
  let batch: Parcel[] = [];
  let bytes = 0;
  for (const parcel of parcels) {
    if (batch.length === maxEntries || (batch.length > 0 && bytes + parcel.bytes > maxRequestBytes)) {
      batches.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(parcel);
    bytes += parcel.bytes;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
};
