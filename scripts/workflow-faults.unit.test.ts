import { describe, expect, it } from 'vitest';
import { workflowFaults } from './workflow-faults.ts';

const workflow = ({
  uses = `actions/checkout@${'0'.repeat(40)}`,
  run = 'true',
  permissions = 'permissions: {}',
  job = 'permissions: {}',
}) => `
on: push
${permissions}
jobs:
  build:
    runs-on: ubuntu-24.04
    ${job}
    steps:
      - uses: ${uses}
      - run: ${run}
`;

const faults = (parts: Parameters<typeof workflow>[0]) => workflowFaults('w.yml', workflow(parts));

describe('a workflow', () => {
  it('is right when it is valid, pinned and permitted what it must', async () => {
    expect(await faults({})).toEqual([]);
  });

  it('is refused by actionlint for what GitHub would not understand', async () => {
    expect(await faults({ run: 'echo $' + '{{ github.nonsense }}' })).toEqual([
      expect.stringMatching(/^w\.yml:10:\d+ .*nonsense/),
    ]);
  });

  it('is refused for an action that is not pinned by digest', async () => {
    expect(await faults({ uses: 'actions/checkout@v5' })).toEqual([
      'w.yml:9:1 actions/checkout@v5 is not pinned by the digest of a commit',
    ]);
  });

  it('is refused for a token that may do what nobody said', async () => {
    expect(await faults({ permissions: 'permissions: { contents: write }' })).toEqual([
      expect.stringContaining('permissions: {}'),
    ]);
    expect(await faults({ job: 'timeout-minutes: 5' })).toEqual([expect.stringContaining('the job build')]);
  });
});
