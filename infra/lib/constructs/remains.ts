import { RemovalPolicy } from 'aws-cdk-lib';
import type { StageSettings } from '../stages.ts';

/** What becomes of something that holds memory when its stack goes. */
export const remains = (stage: StageSettings): RemovalPolicy =>
  stage.isKept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
