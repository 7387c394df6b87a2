import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { templatesOf } from './assembly.ts';
import { cfnLint, isContinuousIntegration } from './config.ts';

const run = promisify(execFile);

const accepted = [
  'W3010', // zones stand in cdk.context.json, so that nothing is asked: they are fixed on purpose
  'W3005', // CDK says some dependencies twice
  'W3045', // CloudFront writes its log with an access control list, and knows nothing newer
  'W6001', // what a stack imports, the script that deploys it reads from its outputs
];

describe('cfn-lint', () => {
  it('is there where everybody relies on it', () => {
    if (!cfnLint) console.log('Templates are not linted: CARTOGRAPH_CFN_LINT names no cfn-lint.');
    expect(cfnLint !== undefined || !isContinuousIntegration, '.ci/run installs cfn-lint by pip').toBe(true);
  });

  it.runIf(cfnLint)('has nothing to say', async () => {
    const files = [...templatesOf()].map(([, { file }]) => file);
    expect(files.length).toBeGreaterThan(0);
    const args = ['--ignore-checks', ...accepted, '--format', 'parseable', '--', ...files];
    const said = await run(String(cfnLint), args).then(
      () => '',
      (error: { stdout?: string; message: string }) => error.stdout || error.message,
    );
    expect(said).toBe('');
  });
});
