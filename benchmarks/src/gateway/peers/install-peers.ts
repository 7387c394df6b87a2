import { execFile } from 'node:child_process';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Other gateways for JavaScript, as they are published, and what we patch; nothing of ours depends on them. */
export const peerVersions = {
  '@apollo/server': '5.5.1',
  '@graphql-hive/gateway-runtime': '2.12.1',
  '@graphql-hive/router-runtime': '1.4.23',
  '@graphql-mesh/transport-http': '1.2.1',
  '@mercuriusjs/gateway': '5.2.0',
  fastify: '5.12.1',
  graphql: '16.12.0',
  mercurius: '16.10.1',
} as const;

/** What is taken of each; written into the folder, as packages are looked for from where they are asked for. */
const doors = {
  'hive.mjs': `export { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
export { unifiedGraphHandler } from '@graphql-hive/router-runtime';`,
  'mercurius.mjs': `export { default as fastify } from 'fastify';
export { default as mercuriusGateway } from '@mercuriusjs/gateway';`,
};

const npm = promisify(execFile);

/** Installs them into a scratch folder, once for these versions, and returns it. */
export const installPeers = async (): Promise<string> => {
  const versions = Object.values(peerVersions).join('-').replaceAll('.', '_');
  const folder = join(tmpdir(), `cartograph-bench-peers-${versions}`);
  const isThere = await access(join(folder, 'installed')).then(
    () => true,
    () => false,
  );
  if (isThere) return folder;
  await mkdir(folder, { recursive: true });
  const manifest = { name: 'peers', private: true, type: 'module', dependencies: peerVersions };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  for (const [name, text] of Object.entries(doors)) await writeFile(join(folder, name), text);
  await npm('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder });
  await writeFile(join(folder, 'installed'), '');
  return folder;
};
