/** A request that is not done: thrown inside the store's transaction, shown as `{ error: { code, message } }`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly statusCode: number;
  readonly code: string;
  constructor(statusCode: number, code: string, message: string) {
    super(message);
    this.statusCode = statusCode;
    this.code = code;
  }
}

/** The wire's shape of a refusal. */
export const refusalBody = (code: string, message: string) => ({ error: { code, message } });
