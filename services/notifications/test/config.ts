/** Path of the `moto_server` program, which is SES here; .ci/run installs it. */
export const motoProgram = process.env['CARTOGRAPH_MOTO'];

/** Whether this is the build that everybody relies on: there SES is not optional. */
export const isContinuousIntegration = process.env['CI'] === 'true';
