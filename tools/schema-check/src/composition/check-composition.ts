import type { CompositionError, CompositionHint, CompositionResult } from '@cartograph/composition';
import type { Whereabouts } from '../changes/place-of.ts';
import type { Finding, Severity } from '../finding.ts';
import type { GraphState } from '../graph/graph-state.ts';
import { curesOfComposition, defaultCure } from './composition-cures.ts';

/** The errors of composition, and the hints that the base did not have already. */
export const checkComposition = (
  state: GraphState,
  now: CompositionResult,
  hintsBefore: readonly CompositionHint[],
): Finding[] => {
  if (!now.ok) return oncePerCause(now.errors).map((error) => findingOf(state, error, 'error'));
  const known = new Set(hintsBefore.map(identityOf));
  return now.hints
    .filter((hint) => !known.has(identityOf(hint)))
    .map((hint) => findingOf(state, { ...hint, message: firstLineOf(hint.message) }, 'notice'));
};

const identityOf = ({ code, message }: CompositionHint): string => `${code} ${message}`;

const firstLineOf = (message: string): string => message.split('\n')[0] ?? message;

/** One key that is missing leaves many fields unreachable: the first of them tells the cause. */
const oncePerCause = (errors: readonly CompositionError[]): CompositionError[] => {
  const unreachable = errors.filter(({ code }) => code === 'SATISFIABILITY_ERROR');
  const [first] = unreachable;
  if (first === undefined || unreachable.length === 1) return [...errors];
  const told = { ...first, message: `${first.message}\n(and ${unreachable.length - 1} more like it)` };
  return [told, ...errors.filter((error) => !unreachable.includes(error))];
};

const findingOf = (state: GraphState, error: CompositionError, severity: Severity): Finding => {
  const { code, message } = error;
  const { subgraph, place } = whereabouts(state, error);
  return {
    check: 'composition',
    code,
    severity,
    message,
    ...(subgraph !== undefined && { subgraph }),
    ...(place !== undefined && { place }),
    cure: curesOfComposition[code] ?? defaultCure,
  };
};

/** The first of `subgraph:line:column`; where composition does not tell the subgraph, the element that the message names. */
const whereabouts = ({ subgraphs }: GraphState, { message, locations }: CompositionError): Whereabouts => {
  for (const location of locations) {
    const [name, line, column] = location.split(':');
    const subgraph = subgraphs.find((each) => each.name === name);
    if (subgraph === undefined) continue;
    return { subgraph: subgraph.name, place: { file: subgraph.file, line: Number(line), column: Number(column) } };
  }
  const coordinate = /"(\w+(?:\.\w+)?)/.exec(message)?.[1] ?? '';
  const named = subgraphs.filter(({ name, positions }) => message.includes(`"${name}"`) && positions.has(coordinate));
  const [subgraph] = named;
  const position = subgraph?.positions.get(coordinate);
  if (subgraph === undefined || position === undefined) return {};
  return { subgraph: subgraph.name, place: { file: subgraph.file, ...position } };
};
