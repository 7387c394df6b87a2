/** The data of an answer as JSON that is written already. It stands where Apollo Server has an object. */
abstract class WrittenAnswer {
  /** As the body of a response that has nothing else in it. */
  abstract readonly whole: string;
  /** Of the data alone. */
  abstract readonly text: string;

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

const before = '{"data":';
const after = '}\n';

class AnswerText extends WrittenAnswer {
  /**
   * The very string that is sent: the engine makes one piece of it then, in its place. Of a string that is only a part of the
   * one that is sent the thousands of pieces would remain for as long as anything knows the response, and every collection
   * of the young generation would carry them along.
   */
  readonly whole: string;
  constructor(text: string) {
    super();
    this.whole = `${before}${text}${after}`;
  }

  get text(): string {
    return this.whole.slice(before.length, -after.length);
  }
}

/** The whole body of a response without errors, ready to be sent. */
class AnswerBody extends WrittenAnswer {
  readonly body: Buffer;
  constructor(body: Buffer) {
    super();
    this.body = body;
  }

  get whole(): string {
    return this.body.toString();
  }

  get text(): string {
    return this.body.toString('utf8', before.length, this.body.length - after.length);
  }
}

/** Typed as what it stands for. */
const asData = (written: WrittenAnswer): Record<string, unknown> => written as unknown as Record<string, unknown>;

/** `stringifyAnswer` puts the text into the response as it is, everybody else's JSON.stringify gets the same by `toJSON`. */
export const answerText = (text: string): Record<string, unknown> => asData(new AnswerText(text));

/** For a body that `bodyOfAnswer` made. */
export const answerBody = (body: Buffer): Record<string, unknown> => asData(new AnswerBody(body));

/** What is written of an answer as the body of a response that has nothing else in it; undefined for data that is an object. */
export const bodyOfAnswer = (data: unknown): Buffer | undefined => {
  if (!(data instanceof WrittenAnswer)) return undefined;
  const text = data.whole;
  // Of its own, as it is kept for long: a slice of Node's pool would keep the whole of it.
  const body = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  body.write(text);
  return body;
};

/** The data as an object, for whoever has to look into it. */
export const readAnswerData = (data: unknown): unknown => (data instanceof WrittenAnswer ? data.toJSON() : data);

/** The body of a response that is ready to be sent, where there is one: nothing need be written. */
export const readyBody = (result: { data?: unknown }): Buffer | undefined =>
  result.data instanceof AnswerBody && othersIn(result).length === 0 ? result.data.body : undefined;

/** Writes a response's body: for Apollo Server's option `stringifyResult`. */
export const stringifyAnswer = (result: { data?: unknown }): string => {
  const { data } = result;
  if (!(data instanceof WrittenAnswer)) return `${JSON.stringify(result)}\n`;
  const others = othersIn(result);
  if (others.length === 0) return data.whole;
  return `${JSON.stringify(Object.fromEntries(others)).slice(0, -1)},"data":${data.text}${after}`;
};

const othersIn = (result: object): [string, unknown][] =>
  Object.entries(result).filter(([key, value]) => key !== 'data' && value !== undefined);
