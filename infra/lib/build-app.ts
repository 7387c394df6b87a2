import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { CartographStage } from './cartograph-stage.ts';
import { fixedContext } from './facts/context.ts';
import { type StageName, stages } from './stages.ts';
import { ToolsStage } from './tools-stage.ts';

/** The app with these stages. It asks no account anything: zones stand in cdk.context.json. */
export const buildApp = (names: readonly StageName[], props: AppProps = {}): App => {
  const app = new App({ ...props, analyticsReporting: false, context: { ...fixedContext(), ...props.context } });
  for (const name of names) new CartographStage(app, stages[name]);
  new ToolsStage(app);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
};
