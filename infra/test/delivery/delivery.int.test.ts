import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foreignImages } from '../../lib/facts/images.ts';
import { subgraphs } from '../../lib/facts/subgraphs.ts';
import { all, at } from '../assembly.ts';
import { runWith } from './recorded-programs.ts';

const delivery = join(import.meta.dirname, '../../delivery');
const read = (file: string): string => readFileSync(join(delivery, file), 'utf8');

/** The commands of a buildspec, as they stand. */
const commandsOf = (step: string): string[] =>
  [...read(`${step}.buildspec.yml`).matchAll(/^ {6}- (.+)$/gm)].map(([, command = '']) => command);

/** AWS as it would answer a migration; `codes` are the exit codes of a task's containers. */
const aws = (codes: string): string => `case "$*" in
  *describe-stacks*) echo "\${*##*OutputKey==}" | cut -d"'" -f2 | sed 's/^/of-/' ;;
  *assume-role*) printf 'id\\tkey\\ttoken\\n' ;;
  *run-task*) echo arn:task ;;
  *describe-tasks*) printf '${codes}\\n' ;;
  *describe-images*) exit 1 ;;
esac`;

const deploying = { STAGE: 'staging', RELEASE: 'abc123', RELEASE_ROLE_ARN: 'arn:role' };

describe('a build', () => {
  it.each(['schema', 'check', 'images', 'deploy', 'smoke'])('of the pipeline runs the file of its step: %s', (step) => {
    const specs = all('AWS::CodeBuild::Project').map((project) => at(project, 'Source.BuildSpec'));
    expect(specs).toContain(`infra/delivery/${step}.buildspec.yml`);
    expect(commandsOf(step)).toHaveLength(1);
  });

  it('checks by the command that CI runs everywhere', () => {
    expect(commandsOf('check')).toEqual(['./.ci/run']);
    expect(readFileSync(join(delivery, '../../.ci/run'), 'utf8')).toContain('pnpm@12.21.0 test');
  });

  it('judges a change of the graph against the commit before it', async () => {
    const { exitCode, calls } = await runWith(commandsOf('schema'), { npx: '' });
    expect(exitCode).toBe(0);
    expect(calls).toEqual(['npx --yes pnpm@12.21.0 schema:check --base HEAD^ --strict lint']);
  });

  it('deploys what a stage stands on, migrates, and only then changes services', async () => {
    const { exitCode, said, calls } = await runWith(commandsOf('deploy'), { npx: '', aws: aws('0\\t0') }, deploying);
    expect({ exitCode, said }).toMatchObject({ exitCode: 0 });
    const told = calls
      .map((call) => /cdk deploy.* (\S+)$/.exec(call)?.[1] ?? /task-definition (\S+)/.exec(call)?.[1])
      .filter(Boolean);
    expect(told).toEqual(['staging/preparation', ...subgraphs.map((name) => `of-${name}Task`), 'staging/*']);
    expect(calls.filter((call) => call.includes('cdk deploy')).every((call) => call.includes('release=abc123'))).toBe(
      true,
    );
  });

  it.each([
    ['a migration fails', '0\\t1'],
    ['a container never began', 'None\\tNone'],
  ])('leaves the services as they are when %s', async (_, codes) => {
    const { exitCode, said, calls } = await runWith(commandsOf('deploy'), { npx: '', aws: aws(codes) }, deploying);
    expect(exitCode).toBe(1);
    expect(said).toContain('The migration of product failed');
    expect(calls.filter((call) => call.endsWith('staging/*'))).toEqual([]);
    expect(calls.filter((call) => call.includes('run-task'))).toHaveLength(1);
  });

  it('publishes an image of each service and of what runs beside it, once', async () => {
    const place = { RELEASE: 'abc123', REGISTRY: 'registry', BUNDLES_BUCKET: 'bundles' };
    const programs = {
      npx: '[ "$4" = notifications ] && mkdir -p dist/notifications; true',
      docker: '',
      zip: '',
      aws: aws(''),
    };
    const { exitCode, calls } = await runWith(commandsOf('images'), programs, place);
    expect(exitCode).toBe(0);
    const pushed = calls.flatMap((call) => /^docker push registry\/cartograph\/(.+):abc123$/.exec(call)?.[1] ?? []);
    expect(pushed).toEqual(['gateway', ...subgraphs, ...foreignImages]);
    expect(calls.at(-1)).toContain('s3://bundles/notifications/abc123.zip');
    const again = await runWith(commandsOf('images'), { ...programs, aws: '' }, place);
    expect(again.calls.filter((call) => call.startsWith('docker build'))).toEqual([]);
  });

  it('asks for what it needs by name', async () => {
    const { exitCode, said } = await runWith(commandsOf('images'), { aws: '', docker: '' }, { RELEASE: 'abc123' });
    expect(exitCode).not.toBe(0);
    expect(said).toContain('REGISTRY');
    expect((await runWith(['node infra/canary/buy.cjs'], {})).said).toContain('GRAPH_URL is not set');
  });
});

describe('the pipeline', () => {
  const [pipeline] = all('AWS::CodePipeline::Pipeline');
  const steps = at(pipeline ?? { Type: '' }, 'Stages') as {
    Name: string;
    OnFailure?: { Result: string };
    Actions: { Name: string }[];
  }[];

  it('goes from the source to prod, past tests, staging and a person', () => {
    expect(steps.map(({ Name }) => Name)).toEqual([
      'source',
      'schema',
      'check',
      'images',
      'staging',
      'approve-prod',
      'prod',
    ]);
    expect(at(pipeline ?? { Type: '' }, 'PipelineType')).toBe('V2');
  });

  it('buys an article after each deploy, and goes back when it cannot', () => {
    const deploys = steps.filter(({ Name }) => ['staging', 'prod'].includes(Name));
    expect(deploys.map(({ Actions }) => Actions.map(({ Name }) => Name))).toEqual([
      ['deploy', 'smoke'],
      ['deploy', 'smoke'],
    ]);
    expect(deploys.every(({ OnFailure }) => OnFailure?.Result === 'ROLLBACK')).toBe(true);
  });
});
