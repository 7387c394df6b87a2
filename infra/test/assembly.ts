import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StageName } from '../lib/stages.ts';

/** Where the tests have the stages synthesised to: the same folder as the CDK's own. */
export const assemblyDir = join(import.meta.dirname, '../cdk.out');

export type Resource = {
  Type: string;
  Properties?: Readonly<Record<string, unknown>>;
  DeletionPolicy?: string;
  Metadata?: Readonly<Record<string, unknown>>;
};

export type Template = { Resources: Record<string, Resource>; Outputs?: Record<string, unknown> };

/** A resource and where it stands. */
export type Placed = { stage: StageName | 'tools'; stack: string; id: string } & Resource;

type Manifest = {
  artifacts: Record<string, { type: string; properties?: { stackName?: string; templateFile?: string } }>;
};

/** The templates of an app, by stack name. */
export const templatesOf = (): Map<string, { file: string; template: Template }> => {
  const found = globSync('**/manifest.json', { cwd: assemblyDir }).flatMap((path) => {
    const folder = join(assemblyDir, path, '..');
    const { artifacts } = JSON.parse(readFileSync(join(assemblyDir, path), 'utf8')) as Manifest;
    return Object.values(artifacts).flatMap(({ type, properties }) => {
      if (type !== 'aws:cloudformation:stack' || !properties?.stackName || !properties.templateFile) return [];
      const file = join(folder, properties.templateFile);
      return [[properties.stackName, { file, template: JSON.parse(readFileSync(file, 'utf8')) as Template }] as const];
    });
  });
  return new Map(found);
};

/** One stack's template. @throws Error when there is no such stack */
export const templateOf = (stackName: string): Template => {
  const found = templatesOf().get(stackName);
  if (!found) throw new Error(`There is no stack ${stackName}; there are ${[...templatesOf().keys()].join(', ')}.`);
  return found.template;
};

const placed = [...templatesOf()].flatMap(([stack, { template }]) => {
  const [, stage = ''] = stack.split('-');
  return Object.entries(template.Resources).map(
    ([id, resource]): Placed => ({ stage: stage as Placed['stage'], stack, id, ...resource }),
  );
});

/** Every resource of these types, in all stages. Fails when there is none: a law about nothing proves nothing. */
export const all = (...types: string[]): Placed[] => {
  const found = placed.filter(({ Type }) => types.includes(Type));
  if (found.length === 0) throw new Error(`No template has a resource of type ${types.join(' or ')}.`);
  return found;
};

/** Every resource. */
export const everything = (): Placed[] => placed;

/** How a complaint names a resource. */
export const nameOf = ({ stack, id }: Placed): string => `${stack}/${id}`;

/** A property by its path; undefined where there is none. */
export const at = (resource: Resource, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], resource.Properties);

/** The logical ids that a value refers to, however deep. */
export const referencesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref') return [String(inner)];
    if (key === 'Fn::GetAtt') return [String((inner as unknown[])[0])];
    return referencesIn(inner);
  });
};
