import { readFileSync } from 'node:fs';
import { findPackageJSON, registerHooks } from 'node:module';
import { join } from 'node:path';

const name = '@apollo/server';
const within = new RegExp(`node_modules/${name}/(dist/.+)$`);

const versionIn = (path: string): string => (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;

/**
 * Has Apollo Server loaded from a folder where npm has installed it, without the project's patch: stock is to be what everybody
 * else gets. What it needs is still found where ours is. To be called before it is loaded. Throws for another version than ours.
 */
export const loadAsPublished = (folder: string): void => {
  const published = join(folder, 'node_modules', name);
  const [theirs, ours] = [join(published, 'package.json'), findPackageJSON(name, import.meta.url) ?? ''].map(versionIn);
  if (theirs !== ours)
    throw new Error(`${name} is ${ours} here and ${theirs} in ${folder}: set it in install-peers.ts`);
  registerHooks({
    load: (url, context, next) => {
      const [, file] = within.exec(url) ?? [];
      if (!file) return next(url, context);
      return { format: 'module', source: readFileSync(join(published, file)), shortCircuit: true };
    },
  });
};
