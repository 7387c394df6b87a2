/** The command was not called as it should be; the message tells how. Ends with exit code 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** What was asked for is not there, or cannot be read; the message tells what and the cure. Ends with exit code 2. */
export class CannotCheck extends Error {
  override readonly name = 'CannotCheck';
}
