/**
 * The data of an answer as JSON that is written already. It stands where Apollo Server has an object: `stringifyAnswer`
 * puts the text into the response as it is, everybody else's JSON.stringify gets the same by `toJSON`.
 */
class AnswerText {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  toJSON(): unknown {
    return JSON.parse(this.#text);
  }
}

/** Typed as what it stands for. */
export const answerText = (text: string): Record<string, unknown> =>
  new AnswerText(text) as unknown as Record<string, unknown>;

/** The data as an object, for whoever has to look into it. */
export const readAnswerData = (data: unknown): unknown => (data instanceof AnswerText ? data.toJSON() : data);

/** Writes a response's body: for Apollo Server's option `stringifyResult`. */
export const stringifyAnswer = (result: { data?: unknown }): string => {
  const { data } = result;
  if (!(data instanceof AnswerText)) return `${JSON.stringify(result)}\n`;
  const others = Object.entries(result).filter(([key, value]) => key !== 'data' && value !== undefined);
  if (others.length === 0) return `{"data":${data.text}}\n`;
  return `${JSON.stringify(Object.fromEntries(others)).slice(0, -1)},"data":${data.text}}\n`;
};
