import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { GeneratedFile } from './generated-file.ts';

const path = 'ARCHITECTURE.md';
const opening = '<!-- generated: who imports whom, from the package.json files -->';
const closing = '<!-- /generated -->';

type Manifest = { name: string; dependencies?: Record<string, string> };

/** ARCHITECTURE.md with its diagram drawn anew from the workspace's package.json files. Throws when the markers are gone. */
export const architecture = async (root: string): Promise<GeneratedFile> => {
  const text = await readFile(join(root, path), 'utf8');
  const start = text.indexOf(opening);
  const end = text.indexOf(closing);
  if (start === -1 || end < start) throw new Error(`${path} has lost the markers between which its diagram stands.`);
  const content = `${text.slice(0, start + opening.length)}\n\n${await diagram(root)}\n${text.slice(end)}`;
  return { path, content, cure: 'pnpm generate' };
};

/** One box a package, in groups by folder; an arrow points from who imports to who is imported. */
const diagram = async (root: string): Promise<string> => {
  const folders = globSync('{gateway,subgraphs/*,packages/*,services/*,tools/*}/package.json', { cwd: root })
    .map((file) => dirname(file))
    .sort();
  const packages = await Promise.all(folders.map(async (folder) => ({ folder, ...(await manifestOf(root, folder)) })));
  const groups = Map.groupBy(packages, ({ folder }) => folder.split('/')[0] ?? folder);
  const boxes = [...groups].flatMap(([group, members]) => [
    `  subgraph ${group}_folder [${group}]`,
    ...members.map(({ name }) => `    ${boxOf(name)}[${shortName(name)}]`),
    '  end',
  ]);
  const arrows = packages.flatMap(({ name, dependencies = {} }) =>
    Object.keys(dependencies)
      .filter((dependency) => dependency.startsWith('@cartograph/'))
      .sort()
      .map((dependency) => `  ${boxOf(name)} --> ${boxOf(dependency)}`),
  );
  return ['```mermaid', 'flowchart LR', ...boxes, ...arrows, '```', ''].join('\n');
};

const manifestOf = async (root: string, folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8')) as Manifest;

const shortName = (name: string): string => name.replace('@cartograph/', '');

/** Mermaid reads some words (such as `graph`) as its own, so each box has a name of its own. */
const boxOf = (name: string): string => `pkg_${shortName(name).replaceAll('-', '_')}`;
