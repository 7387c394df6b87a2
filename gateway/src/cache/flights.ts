import { UnderWay } from '@cartograph/execution';

/** Answers that are being fetched, by key: one fetch, however many ask. */
export type Flight = {
  readonly key: string;
  /** As text, or null when it came to nothing that others may have. */
  readonly landed: Promise<string | null>;
  readonly land: (text: string | null) => void;
  /** The number of the purge log when it began. */
  readonly since: number;
};

export class Flights {
  readonly #underWay = new UnderWay<Flight>();

  get(key: string): Flight | undefined {
    return this.#underWay.get(key);
  }

  /** Takes the place of an older one under that key, which lands for those who already wait for it. */
  begin(key: string, since: number): Flight {
    let land: Flight['land'] = () => undefined;
    const landed = new Promise<string | null>((resolve) => {
      land = resolve;
    });
    const flight: Flight = {
      key,
      landed,
      since,
      land: (text) => {
        end();
        land(text);
      },
    };
    const end = this.#underWay.begin(key, flight);
    return flight;
  }

  get size(): number {
    return this.#underWay.size;
  }
}
