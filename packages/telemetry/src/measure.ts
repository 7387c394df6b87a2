import type { Attributes, BatchObservableResult, Counter, Histogram, Meter, ObservableGauge } from '@opentelemetry/api';
import { type MetricName, metricTable } from './metric-table.ts';

/** Text and numbers of few different values: each combination is a time series of its own. Never an id of an entity. */
export type MetricAttributes = Attributes;

type Instruments = {
  readonly meter: Meter;
  readonly counters: Map<string, Counter>;
  readonly histograms: Map<string, Histogram>;
  readonly gauges: Map<string, ObservableGauge>;
};

/** Undefined as long as metrics are off: then every measurement ends at one comparison, and nothing of the SDK is there. */
let instruments: Instruments | undefined;

/** From now on measurements go to this meter; without one they go nowhere. */
export const measureBy = (meter: Meter | undefined): void => {
  instruments = meter && { meter, counters: new Map(), histograms: new Map(), gauges: new Map() };
};

/** The upper bounds in seconds that the semantic conventions advise for durations, and longer ones for what lags. */
const ofDurations = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 300, 1_800];

/** What counts things: most answers have a few dozen. */
const ofCounts = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000];

/** Adds to a counter. */
export const count = (name: MetricName<'counter'>, by: number, attributes: MetricAttributes = {}): void => {
  if (!instruments || by === 0) return;
  const { meter, counters } = instruments;
  const counter = madeOnce(counters, name, () => meter.createCounter(name, metricTable[name]));
  counter.add(by, attributes);
};

/** Notes a duration in seconds, or a number of what the metric's unit says. */
export const record = (name: MetricName<'histogram'>, value: number, attributes: MetricAttributes = {}): void => {
  if (!instruments) return;
  const { meter, histograms } = instruments;
  const advice = { explicitBucketBoundaries: metricTable[name].unit === 's' ? ofDurations : ofCounts };
  const histogram = madeOnce(histograms, name, () => meter.createHistogram(name, { ...metricTable[name], advice }));
  histogram.record(value, attributes);
};

/** Values of gauges by their names. */
export type Readings = { readonly [Name in MetricName<'gauge'>]?: number };

/**
 * Has gauges read each time metrics are collected, and at no other time; not at all while metrics are off. A reading
 * that fails is left out. The returned function ends it: call it before what `read` needs is closed.
 */
export const observe = (
  names: readonly MetricName<'gauge'>[],
  read: () => Promise<Readings>,
  attributes: MetricAttributes = {},
): (() => void) => {
  if (!instruments) return () => undefined;
  const { meter, gauges } = instruments;
  const observed = names.map((name) => ({
    name,
    gauge: madeOnce(gauges, name, () => meter.createObservableGauge(name, metricTable[name])),
  }));
  const callback = async (result: BatchObservableResult) => {
    // A database that is away shows by the gap, and the other metrics are still exported.
    const readings = await read().catch((): Readings => ({}));
    for (const { name, gauge } of observed) {
      const value = readings[name];
      if (value !== undefined) result.observe(gauge, value, attributes);
    }
  };
  const all = observed.map(({ gauge }) => gauge);
  meter.addBatchObservableCallback(callback, all);
  return () => meter.removeBatchObservableCallback(callback, all);
};

const madeOnce = <Instrument>(made: Map<string, Instrument>, name: string, make: () => Instrument): Instrument => {
  const instrument = made.get(name) ?? make();
  made.set(name, instrument);
  return instrument;
};
