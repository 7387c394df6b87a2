import {
  expectedFields,
  expectedMutations,
  expectedStates,
  expectedTypes,
  kindsOfViewer,
  type ViewerKind,
} from '@cartograph/permission-matrix';
import { type GraphQLSchema, isObjectType, parse, validate } from 'graphql';
import { mutationProbes } from './mutation-probes.ts';
import { orderWith, type Probe, probes } from './probes.ts';
import { leafOf, selectionOf, type Way, wayTo } from './selection-to.ts';

export type Door = 'query' | 'node' | 'nested' | 'entities' | 'direct';

/** One row at one door: what is asked there, and who is to see what stands at the end of the way. */
export type Cell = {
  readonly row: string;
  readonly door: Door;
  /** The subgraph that is asked as the gateway asks it; the gateway itself when there is none. */
  readonly subgraph: string | null;
  readonly selection: string;
  readonly way: Way;
  readonly seenBy: readonly ViewerKind[];
  /** Whether it is there to be seen by them: what no test can make is only refused. */
  readonly isMade: boolean;
};

/** The rows that are a thing of their own: nothing is reached through them but by their own line. */
const things = new Set(Object.entries(expectedTypes).flatMap(([name, { kind }]) => (kind === 'seen' ? [name] : [])));

type Row = {
  readonly row: string;
  /** The line of the probes by which it is reached. */
  readonly probe: string;
  readonly thing: string;
  readonly type: string;
  readonly leaf?: string;
  readonly seenBy: readonly ViewerKind[];
  readonly isMade: boolean;
};

const rows = (): Row[] => {
  const seers = (thing: string): readonly ViewerKind[] => {
    const expected = expectedTypes[thing];
    return expected?.kind === 'seen' ? expected.by : [];
  };
  const ofTypes = Object.entries(expectedTypes).flatMap(([type, expected]): Row[] => {
    if (expected.kind === 'seen')
      return [{ row: type, probe: type, thing: type, type, seenBy: expected.by, isMade: true }];
    if (expected.kind === 'answer') return [];
    const isMade = expected.notMade === undefined;
    return expected.of.map((thing) => ({
      row: `${type} of ${thing}`,
      probe: thing,
      thing,
      type,
      seenBy: seers(thing),
      isMade,
    }));
  });
  const ofFields = Object.entries(expectedFields).map(([field, seenBy]): Row => {
    const [type = '', leaf = ''] = field.split('.');
    const expected = expectedTypes[type];
    const thing = expected?.kind === 'part' ? (expected.of[0] ?? type) : type;
    return { row: field, probe: thing, thing, type, leaf, seenBy, isMade: true };
  });
  const ofStates = Object.entries(expectedStates).map(
    ([row, { type, by }]): Row => ({ row, probe: row, thing: type, type, seenBy: by, isMade: true }),
  );
  return [...ofTypes, ...ofFields, ...ofStates];
};

/** Every cell's question, from the tables, the probes and the schemas of the graph and of each subgraph. */
export const cellsOf = (graph: GraphQLSchema, subgraphs: ReadonlyMap<string, GraphQLSchema>): Cell[] =>
  rows().flatMap((row) => {
    const probe = probes[row.probe];
    if (!probe) throw new Error(`tests/permissions/probes.ts has no line for ${row.probe}: say how it is reached`);
    const atGateway = askedOf(graph, row);
    if (!atGateway) throw new Error(`${row.row}: there is no way to it from ${row.thing}`);
    const toCell = cellMaker(row);
    const doors = gatewayDoors(probe, row);
    return [
      ...doors.map((door) => toCell({ ...door, subgraph: null, asked: atGateway })),
      ...[...subgraphs].flatMap(([subgraph, schema]) => {
        // What the graph is asked for, so that no stub of the type answers for it with its id alone.
        const asked = askedOf(schema, { ...row, leaf: atGateway.way.at(-1) ?? '' });
        const direct = asked ? doors.map((door) => toCell({ ...door, door: 'direct', subgraph, asked })) : [];
        return direct.filter(({ selection }) => isAnsweredBy(schema, selection));
      }),
      ...(probe.entities?.subgraphs ?? []).flatMap((subgraph) => {
        const asked = askedOf(subgraphs.get(subgraph), row);
        return asked ? [toCell({ ...entitiesDoor(probe, row), subgraph, asked })] : [];
      }),
    ];
  });

/** Whether the subgraph alone can be asked this: then it is, past the gateway. */
const isAnsweredBy = (schema: GraphQLSchema, selection: string): boolean =>
  validate(schema, parse(`{ ${selection.replace(/\$\w+/g, '""')} }`)).length === 0;

type Asked = { readonly way: Way; readonly part: string };
type AtDoor = { readonly door: Door; readonly template: string; readonly through?: string | undefined };

const askedOf = (schema: GraphQLSchema | undefined, { thing, type, leaf }: Row): Asked | null => {
  const target = schema?.getType(type);
  if (!schema || !isObjectType(target)) return null;
  const way = wayTo(schema, { from: thing, to: type, closed: things });
  const wanted = leaf ?? leafOf(target);
  if (!way || (wanted !== '__typename' && !target.getFields()[wanted])) return null;
  return { way: [...way, wanted], part: selectionOf([...way, wanted]) };
};

const gatewayDoors = ({ query, node, nested }: Probe, { thing, type }: Row): AtDoor[] => [
  ...[query ?? []].flat().map((template) => ({ door: 'query' as const, template })),
  ...(node ? [{ door: 'node' as const, template: `node(id: ${node}) { ... on ${thing} { PART } }` }] : []),
  // The cart that leads to an order leads to the ordinary one.
  ...(nested && !orderWith[type]
    ? [{ door: 'nested' as const, template: nested.selection, through: nested.through }]
    : []),
];

const entitiesDoor = ({ entities }: Probe, { thing }: Row): AtDoor => {
  const typename = entities?.typename ?? thing;
  const representation = `{ __typename: "${typename}", id: ${entities?.id} }`;
  const selection = entities?.selection ?? 'PART';
  return {
    door: 'entities',
    template: `_entities(representations: [${representation}]) { ... on ${typename} { ${selection} } }`,
  };
};

const cellMaker =
  ({ row, type, seenBy, isMade }: Row) =>
  ({ door, template, through, subgraph, asked }: AtDoor & { subgraph: string | null; asked: Asked }): Cell => {
    const order = orderWith[type];
    const selection = template.replace(/\$order\b/, order ?? '$order').replace('PART', asked.part);
    const mayPass = through === undefined ? kindsOfViewer : seersOf(through);
    return {
      row,
      door,
      subgraph,
      selection,
      way: [...outerWay(template), ...asked.way],
      seenBy: seenBy.filter((kind) => mayPass.includes(kind)),
      isMade,
    };
  };

const seersOf = (thing: string): readonly ViewerKind[] => {
  const type = expectedTypes[thing];
  return expectedStates[thing]?.by ?? (type?.kind === 'seen' ? type.by : kindsOfViewer);
};

/** The names that stand around PART in the template. */
const outerWay = (template: string): Way =>
  [...template.matchAll(/(\.\.\. on \w+|\w+)(?:\((?:[^()]*)\))? \{/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => !name.startsWith('... on'));

export type MutationCell = {
  readonly mutation: string;
  readonly subgraph: string;
  readonly text: string;
  readonly hiddenAs: string | undefined;
  readonly calledBy: readonly ViewerKind[];
};

export const mutationCells = (): MutationCell[] =>
  Object.entries(expectedMutations).map(([mutation, calledBy]) => {
    const probe = mutationProbes[mutation];
    if (!probe)
      throw new Error(`tests/permissions/mutation-probes.ts has no line for ${mutation}: say how it is called`);
    const input = probe.input === '' ? '' : `(input: ${probe.input})`;
    const text = `mutation { ${mutation}${input} { userErrors { code } } }`;
    return { mutation, subgraph: probe.subgraph, text, hiddenAs: probe.hiddenAs, calledBy };
  });
