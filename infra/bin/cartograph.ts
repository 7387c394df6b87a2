import { buildApp } from '../lib/build-app.ts';
import { stageNames } from '../lib/stages.ts';

buildApp(stageNames).synth();
