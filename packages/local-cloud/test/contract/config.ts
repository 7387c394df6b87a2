/** Path of the `moto_server` program; without it the contract is tried on the local cloud alone. */
export const motoProgram = process.env['CARTOGRAPH_MOTO'];

/** Whether this is the build that everybody relies on: there a second opinion is not optional. */
export const isContinuousIntegration = process.env['CI'] === 'true';
