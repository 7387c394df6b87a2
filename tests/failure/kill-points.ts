import type { Supergraph, Tap, TapRequest } from '@cartograph/testing';

/** A moment at which a process is killed: where it is seen on the wire, and whether what it asked for still happens. */
export type KillPoint = {
  readonly name: string;
  readonly victim: string;
  readonly edge?: string;
  readonly isHere?: (request: TapRequest) => boolean;
  /** True: the request is carried out and only its answer is lost. False: it never arrives. */
  readonly isCarriedOut?: boolean;
};

const target = (request: TapRequest): string => request.headers['x-amz-target'] ?? '';

const afterPutEvents = (victim: string): KillPoint => ({
  name: `${victim}: after PutEvents and before the row is marked`,
  victim,
  edge: `${victim}>event-bridge`,
  isHere: (request) => target(request).endsWith('PutEvents'),
  isCarriedOut: true,
});

const afterEffect = (victim: string): KillPoint => ({
  name: `${victim}: after the effect and before the message is deleted`,
  victim,
  edge: `${victim}>sqs`,
  isHere: (request) => /DeleteMessage/.test(target(request)),
  isCarriedOut: false,
});

const inTheMiddle = (victim: string): KillPoint => ({ name: `${victim}: while orders are under way`, victim });

/** Every process of the stack, killed at least once; those that move state, at each point where something could be lost or doubled. */
export const killPoints: readonly KillPoint[] = [
  {
    name: 'payment: after the provider charged and before it is recorded',
    victim: 'payment',
    edge: 'payment>payment-provider',
    isHere: (request) => request.method === 'POST' && request.path === '/v1/payments',
    isCarriedOut: true,
  },
  {
    name: 'payment: after the provider captured and before it is recorded',
    victim: 'payment',
    edge: 'payment>payment-provider',
    isHere: (request) => request.method === 'POST' && request.path.endsWith('/capture'),
    isCarriedOut: true,
  },
  ...['order', 'product', 'payment'].flatMap((victim) => [afterPutEvents(victim), afterEffect(victim)]),
  ...['gateway', 'user', 'sandbox-provider', 'local-cloud', 'postgres'].map(inTheMiddle),
];

/** The edges that need a tap for the points above. */
export const tappedEdges: readonly string[] = [...new Set(killPoints.flatMap((point) => point.edge ?? []))];

/** How many times a point lets the request pass before it strikes, so that orders are in every state. */
const passesBefore = 3;

/**
 * Arms the point and settles once the process is dead. The returned promise is the proof that the point was reached:
 * the kill happens inside the exchange it names.
 */
export const strikeAt = async (supergraph: Supergraph, point: KillPoint): Promise<void> => {
  if (!point.edge || !point.isHere) return supergraph.stack.kill(point.victim);
  const tap = supergraph.tap(point.edge);
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`never came to: ${point.name}`)), 60_000);
    arm(tap, point, async () => {
      clearTimeout(timer);
      await supergraph.stack.kill(point.victim).then(resolve, reject);
    });
  });
};

const arm = (tap: Tap, point: KillPoint, strike: () => Promise<void>): void => {
  const before = tap.intercept;
  let passes = 0;
  tap.intercept = async (request, forward) => {
    if (!point.isHere?.(request) || passes++ < passesBefore) return forward();
    tap.intercept = before;
    if (point.isCarriedOut) await forward();
    await strike();
    return null;
  };
};
