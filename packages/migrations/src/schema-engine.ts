import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

export type SchemaEngine = bindings.SchemaEngine;

const engineFile = new URL(
  'schema_engine_bg.wasm',
  pathToFileURL(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')),
);

let instantiation: Promise<void> | undefined;

/**
 * Opens Prisma's schema engine, compiled to WebAssembly, on an adapter. Call `free()` when done; the adapter's
 * connections stay the caller's to close.
 *
 * The native engine of the Prisma CLI would have to be downloaded at install, which a closed network refuses.
 */
export const openSchemaEngine = async (adapter: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> => {
  instantiation ??= instantiate();
  await instantiation;
  const ignoreLog = () => {};
  return bindings.SchemaEngine.new({ datamodels: undefined }, ignoreLog, bindMigrationAwareSqlAdapterFactory(adapter));
};

interface WasmInstance {
  exports: Record<string, unknown> & { __wbindgen_start: () => void };
}

// TypeScript knows WebAssembly only together with the whole DOM.
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: { instantiate: (bytes: Uint8Array, imports: object) => Promise<{ instance: WasmInstance }> };
};

const instantiate = async (): Promise<void> => {
  const bytes = await readFile(engineFile);
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
};
