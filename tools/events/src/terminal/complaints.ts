/** The command line asks for what there is not; the message says what is right. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** What was asked cannot be done now; the message is a sentence that names the cure. */
export class CannotDo extends Error {
  override readonly name = 'CannotDo';
}
