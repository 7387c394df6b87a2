import { startTestCloud } from '../start-cloud.ts';
import { isContinuousIntegration, motoProgram } from './config.ts';
import { startMoto } from './start-moto.ts';
import type { Target } from './target.ts';

const localCloud: Target = {
  name: 'local-cloud',
  async start() {
    const { bridge, sqs, remove } = await startTestCloud();
    return { bridge, sqs, stop: remove };
  },
};

/** Whom the contract is tried on. @throws Error in the continuous integration, when moto is not installed */
export function contractTargets(program = motoProgram): Target[] {
  if (program) return [localCloud, { name: 'moto', start: () => startMoto(program) }];
  if (isContinuousIntegration) {
    throw new Error("CARTOGRAPH_MOTO does not name moto_server: .ci/run installs it (pip install 'moto[server]').");
  }
  console.log('The contract of EventBridge is tried on the local cloud only: CARTOGRAPH_MOTO names no moto_server.');
  return [localCloud];
}
