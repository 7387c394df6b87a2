import type { DatabaseSync } from 'node:sqlite';
import { notFound, validationError } from './aws-error.ts';
import { inTransaction } from './open-store.ts';
import { compilePattern, type EventTest } from './patterns/compile-pattern.ts';
import type { JsonObject } from './patterns/json.ts';

export type RuleState = 'ENABLED' | 'DISABLED';
export type Bus = { name: string; createdAt: number };
export type Rule = {
  bus: string;
  name: string;
  pattern: string;
  state: RuleState;
  description?: string;
  isProvisioned: boolean;
};
/** A queue that gets the events of a rule; the names are those of the API. */
export type Target = {
  Id: string;
  Arn: string;
  DeadLetterConfig?: { Arn?: string };
  RetryPolicy?: { MaximumRetryAttempts?: number; MaximumEventAgeInSeconds?: number };
  SqsParameters?: { MessageGroupId?: string };
};

/** A target and the rule that names it. */
export type RoutedTarget = { rule: string; target: Target };

export type Registry = {
  putBus(name: string): void;
  deleteBus(name: string): void;
  /** @throws AwsError ResourceNotFoundException */
  bus(name: string): Bus;
  buses(): Bus[];
  /** Makes the rule or replaces its definition; the targets stay. @throws AwsError InvalidEventPatternException */
  putRule(rule: Rule): void;
  deleteRule(bus: string, name: string): void;
  /** @throws AwsError ResourceNotFoundException */
  rule(bus: string, name: string): Rule;
  rules(bus: string): Rule[];
  putTarget(bus: string, rule: string, target: Target): void;
  removeTarget(bus: string, rule: string, id: string): void;
  targets(bus: string, rule: string): Target[];
  /** The targets of the enabled rules of the bus that the event matches; of the named rules only, if names are given. */
  targetsFor(bus: string, event: JsonObject, ruleNames?: ReadonlySet<string>): RoutedTarget[];
};

type RuleRow = {
  bus: string;
  name: string;
  pattern: string;
  state: RuleState;
  description: string | null;
  is_provisioned: number;
};
type Route = { rule: string; matches: EventTest; targets: RoutedTarget[] };

/** Buses, rules and targets: kept in the store, matched from memory. */
export function createRegistry(database: DatabaseSync): Registry {
  const routesByBus = new Map<string, Route[]>();
  const changed = <Result>(work: () => Result): Result => {
    const result = inTransaction(database, work);
    routesByBus.clear();
    return result;
  };
  const reads = createReads(database);
  const statements = prepareWrites(database);

  function routesOf(bus: string): Route[] {
    const known = routesByBus.get(bus);
    if (known !== undefined) return known;
    const enabled = reads.rules(bus).filter((rule) => rule.state === 'ENABLED');
    const routes = enabled.map((rule) => ({
      rule: rule.name,
      matches: compilePattern(rule.pattern),
      targets: reads.targets(bus, rule.name).map((target) => ({ rule: rule.name, target })),
    }));
    routesByBus.set(bus, routes);
    return routes;
  }

  return {
    ...reads,
    putBus: (name) => void changed(() => statements.putBus.run(name, Date.now())),
    deleteBus(name) {
      if (reads.rules(name).length > 0) throw validationError("Event bus can't be deleted since it has rules.");
      changed(() => statements.deleteBus.run(name));
    },
    putRule({ bus, name, pattern, state, description, isProvisioned }) {
      compilePattern(pattern);
      reads.bus(bus);
      changed(() => statements.putRule.run(bus, name, pattern, state, description ?? null, Number(isProvisioned)));
    },
    deleteRule: (bus, name) => void changed(() => statements.deleteRule.run(bus, name)),
    putTarget(bus, rule, target) {
      reads.rule(bus, rule);
      changed(() => statements.putTarget.run(bus, rule, target.Id, JSON.stringify(target)));
    },
    removeTarget: (bus, rule, id) => void changed(() => statements.removeTarget.run(bus, rule, id)),
    targetsFor: (bus, event, ruleNames) =>
      routesOf(bus)
        .filter(({ rule, matches }) => (ruleNames?.has(rule) ?? true) && matches(event))
        .flatMap(({ targets }) => targets),
  };
}

type Reads = Pick<Registry, 'bus' | 'buses' | 'rule' | 'rules' | 'targets'>;

function createReads(database: DatabaseSync): Reads {
  const buses = database.prepare('SELECT name, created_at AS createdAt FROM buses ORDER BY name');
  const oneBus = database.prepare('SELECT name, created_at AS createdAt FROM buses WHERE name = ?');
  const rules = database.prepare('SELECT * FROM rules WHERE bus = ? ORDER BY name');
  const targets = database.prepare('SELECT definition FROM targets WHERE bus = ? AND rule = ? ORDER BY id');
  const reads: Reads = {
    buses: () => buses.all() as Bus[],
    bus(name) {
      const bus = oneBus.get(name) as Bus | undefined;
      if (bus === undefined) throw notFound(`Event bus ${name}`);
      return bus;
    },
    rules: (bus) => (rules.all(bus) as RuleRow[]).map(toRule),
    rule(bus, name) {
      const rule = reads.rules(reads.bus(bus).name).find((candidate) => candidate.name === name);
      if (rule === undefined) throw notFound(`Rule ${name} on EventBus ${bus}`);
      return rule;
    },
    targets: (bus, rule) =>
      (targets.all(bus, rule) as { definition: string }[]).map(({ definition }) => JSON.parse(definition) as Target),
  };
  return reads;
}

const prepareWrites = (database: DatabaseSync) => ({
  putBus: database.prepare('INSERT INTO buses VALUES (?, ?) ON CONFLICT DO NOTHING'),
  deleteBus: database.prepare('DELETE FROM buses WHERE name = ?'),
  putRule: database.prepare(
    `INSERT INTO rules VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (bus, name) DO UPDATE SET pattern = excluded.pattern,
     state = excluded.state, description = excluded.description, is_provisioned = excluded.is_provisioned`,
  ),
  deleteRule: database.prepare('DELETE FROM rules WHERE bus = ? AND name = ?'),
  putTarget: database.prepare('INSERT OR REPLACE INTO targets VALUES (?, ?, ?, ?)'),
  removeTarget: database.prepare('DELETE FROM targets WHERE bus = ? AND rule = ? AND id = ?'),
});

const toRule = ({ is_provisioned, description, ...rule }: RuleRow): Rule => ({
  ...rule,
  ...(description === null ? {} : { description }),
  isProvisioned: is_provisioned === 1,
});
