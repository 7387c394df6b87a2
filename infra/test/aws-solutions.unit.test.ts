import { App, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { accept } from '../lib/constructs/accept.ts';

/** An app with a bucket that is not as it should be. */
const careless = (accepted: Record<string, string> = {}): App => {
  const app = new App({ analyticsReporting: false });
  const stack = new Stack(app, 'careless');
  accept(new Bucket(stack, 'open'), accepted);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
};

describe('a finding of AwsSolutions', () => {
  it('that nobody accepted ends the synthesis', () => {
    expect(() => careless().synth()).toThrow(/AwsSolutions-S1'[\s\S]*AwsSolutions-S10'/);
  });

  it('is accepted where its construct is made, with a reason, and no other with it', () => {
    const both = { 'AwsSolutions-S1': 'It is an example.', 'AwsSolutions-S10': 'It is an example.' };
    expect(() => careless(both).synth()).not.toThrow();
    expect(() => careless({ 'AwsSolutions-S1': 'It is an example.' }).synth()).toThrow(/AwsSolutions-S10/);
  });
});
