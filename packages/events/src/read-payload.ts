import { z } from 'zod';
import type { EventContract } from './define-event.ts';

/** The data in the shape of the newest version, or the reason why it cannot be read. */
export type Payload = { ok: true; data: unknown } | { ok: false; reason: string };

/**
 * Reads the data of an event as the contract's newest version, whatever version it was sent in. Fields that the
 * contract does not know are left out: a producer that is ahead by an optional field does not disturb. Never throws.
 */
export const readPayload = (contract: EventContract, version: number, data: unknown): Payload => {
  const { name, versions } = contract;
  const first = versions.findIndex((known) => known.version === version);
  const sent = versions[first];
  if (!sent) {
    const known = versions.map((each) => each.version).join(', ');
    return { ok: false, reason: `${name} has version ${version}, this consumer reads ${known}` };
  }
  const read = sent.data.safeParse(data);
  if (!read.success) return { ok: false, reason: `${name} breaks its contract: ${z.prettifyError(read.error)}` };
  try {
    return { ok: true, data: versions.slice(first).reduce(lift, read.data) };
  } catch (error) {
    return { ok: false, reason: `${name} of version ${version} cannot be read as a newer one: ${reasonOf(error)}` };
  }
};

const lift = (data: unknown, { toNext }: EventContract['versions'][number]): unknown => (toNext ? toNext(data) : data);

const reasonOf = (error: unknown): string => {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
};
