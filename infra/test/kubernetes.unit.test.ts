import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Deployment } from 'kubernetes-models/apps/v1';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import { Ingress, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { Namespace, Service, ServiceAccount } from 'kubernetes-models/v1';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { subgraphs } from '../lib/facts/subgraphs.ts';

type Manifest = { apiVersion: string; kind: string; metadata: { name: string }; spec?: Record<string, unknown> };
type Model = new (manifest: never) => { validate: () => void };

/** The schema of each kind, by kubernetes-models: generated from Kubernetes' own OpenAPI document. */
const models: Readonly<Record<string, Model>> = {
  'apps/v1 Deployment': Deployment,
  'autoscaling/v2 HorizontalPodAutoscaler': HorizontalPodAutoscaler,
  'networking.k8s.io/v1 Ingress': Ingress,
  'networking.k8s.io/v1 NetworkPolicy': NetworkPolicy,
  'policy/v1 PodDisruptionBudget': PodDisruptionBudget,
  'v1 Namespace': Namespace,
  'v1 Service': Service,
  'v1 ServiceAccount': ServiceAccount,
};

const base = join(import.meta.dirname, '../kubernetes/base');
const read = (file: string) =>
  parseAllDocuments(readFileSync(join(base, file), 'utf8')).map((one) => one.toJS() as Manifest);
const files = globSync('*.yaml', { cwd: base }).filter((file) => file !== 'kustomization.yaml');
const manifests = files.flatMap(read);

const check = (manifest: Manifest): void => {
  const Schema = models[`${manifest.apiVersion} ${manifest.kind}`];
  if (!Schema) throw new Error(`There is no schema for ${manifest.apiVersion} ${manifest.kind}.`);
  new Schema(manifest as never).validate();
};

describe('the manifests for Kubernetes', () => {
  it.each(manifests.map((manifest) => ({ name: `${manifest.kind} ${manifest.metadata.name}`, manifest })))(
    'are right by the schemas of Kubernetes: $name',
    ({ manifest }) => {
      expect(() => check(manifest)).not.toThrow();
    },
  );

  it('would be found out', () => {
    const [deployment] = manifests.filter(({ kind }) => kind === 'Deployment');
    expect(() => check({ ...(deployment as Manifest), spec: { replicas: 'two' } })).toThrow(
      /replicas|selector|template/,
    );
  });

  it('have everything that each workload needs', () => {
    const kinds = [
      'Deployment',
      'HorizontalPodAutoscaler',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'Service',
      'ServiceAccount',
    ];
    for (const name of ['gateway', ...subgraphs]) {
      const found = manifests.filter(({ kind, metadata }) => metadata.name === name && kind !== 'Ingress');
      expect(found.map(({ kind }) => kind).sort()).toEqual(kinds);
    }
  });

  it('are all named by the kustomization', () => {
    const kustomization = parse(readFileSync(join(base, 'kustomization.yaml'), 'utf8')) as { resources: string[] };
    expect(kustomization.resources.sort()).toEqual(files.sort());
  });
});
