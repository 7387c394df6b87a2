import type { StageSettings } from '../stages.ts';

/** The role in a stage's account that may run its migrations: for the pipeline, whichever it is. */
export const releaseRoleName = ({ name }: StageSettings): string => `cartograph-${name}-release`;

export const releaseRoleArn = (stage: StageSettings): string =>
  `arn:aws:iam::${stage.account}:role/${releaseRoleName(stage)}`;
