/** Path of the `moto_server` program. */
export const motoProgram = process.env['CARTOGRAPH_MOTO'];

/** Path of cognito-local's `lib/bin/start.js`. */
export const cognitoLocalProgram = process.env['CARTOGRAPH_COGNITO_LOCAL'];

/** Whether this is the build that everybody relies on: there the emulators are not optional. */
export const isContinuousIntegration = process.env['CI'] === 'true';

/** Where programs look for others. */
export const programPath = process.env['PATH'] ?? '';
