/** Path of the `cfn-lint` program; .ci/run installs it. */
export const cfnLint = process.env['CARTOGRAPH_CFN_LINT'];

/** Path of the `hadolint` program; .ci/run installs it. */
export const hadolint = process.env['CARTOGRAPH_HADOLINT'];

/** Path of the `moto_server` program; .ci/run installs it. */
export const motoProgram = process.env['CARTOGRAPH_MOTO'];

/** Whether this is the build that everybody relies on: there a second opinion is not optional. */
export const isContinuousIntegration = process.env['CI'] === 'true';

/** Where programs are looked for. */
export const searchPath = process.env['PATH'] ?? '';
