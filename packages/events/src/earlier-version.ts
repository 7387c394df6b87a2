import type { z } from 'zod';
import type { EventVersion } from './define-event.ts';

/**
 * A version of an event that is no longer emitted but may still arrive, from the archive or from a producer that is
 * not deployed yet. `upcast` makes of its data what the version after it, `next`, carries; it must need nothing else.
 */
export const earlierVersion = <Old extends z.ZodType, Next extends z.ZodType>(declared: {
  readonly version: number;
  readonly data: Old;
  readonly example: z.input<Old>;
  readonly next: Next;
  readonly upcast: (data: z.output<Old>) => z.input<Next>;
}): EventVersion => ({
  version: declared.version,
  data: declared.data,
  example: declared.example,
  toNext: (data) => declared.next.parse(declared.upcast(declared.data.parse(data))),
});
