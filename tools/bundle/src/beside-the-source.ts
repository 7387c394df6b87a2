import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import type { Plugin } from 'rolldown';

/** `new URL('./text.graphql', import.meta.url)`: a file, a folder or a program of ours. */
const besideUs = /new URL\('(\.[^']+)', import\.meta\.url\)/g;
/** `new URL('engine.wasm', pathToFileURL(createRequire(import.meta.url).resolve('package')))`: a file of a package. */
const besidePackage =
  /new URL\(\s*'([^']+)',\s*pathToFileURL\(createRequire\(import\.meta\.url\)\.resolve\('([^']+)'\)\),?\s*\)/g;

/** Migrations carry a copy of their schema, for those who write the next one. */
const isRead = (name: string): boolean => !name.endsWith('.prisma');

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && isRead(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();

/**
 * What a source file reads from the place where it stands goes into the bundle, and is read from there. A place that this
 * does not understand ends the build: it would point to nothing where the bundle runs.
 */
export const besideTheSource = (): Plugin => ({
  name: 'beside-the-source',
  transform: {
    filter: { id: { include: /\.ts$/, exclude: [/node_modules/, /\/generated\//] }, code: /import\.meta\./ },
    handler(code, id) {
      const place = (path: string): string => {
        const name = basename(path);
        if (path.endsWith('.ts')) {
          const fileName = name.replace(/\.ts$/, '.js');
          this.emitFile({ type: 'chunk', id: path, fileName });
          return placed(fileName);
        }
        const isFolder = statSync(path).isDirectory();
        for (const file of isFolder ? filesBelow(path) : [''])
          this.emitFile({ type: 'asset', fileName: join(name, file), source: readFileSync(join(path, file)) });
        return placed(isFolder ? `${name}/` : name);
      };
      const changed = code
        .replaceAll(besidePackage, (_, file: string, packageName: string) =>
          place(join(dirname(createRequire(id).resolve(packageName)), file)),
        )
        .replaceAll(besideUs, (_, path: string) => place(resolve(dirname(id), path)));
      if (changed.replaceAll(placedPattern, '').includes('import.meta.'))
        this.error(
          `${id}: asks where it stands in a way that cannot be bundled; write new URL('...', import.meta.url).`,
        );
      return changed;
    },
  },
});

/** All programs and chunks stand in the folder itself, beside the files. */
const placed = (name: string): string => `new URL('./${name}', import.meta['url'])`;
const placedPattern = /import\.meta\['url'\]/g;
