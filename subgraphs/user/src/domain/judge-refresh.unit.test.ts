import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRefresh, type PresentedToken } from './judge-refresh.ts';

const rules = { idleSeconds: 1_000, repeatSeconds: 10 };

/** A family of tokens as the database keeps it: link n follows link n - 1, the last alone is unused. */
class Family {
  readonly usedAtS: (number | null)[] = [null];
  endedAtS: number | null = null;
  lastUsedAtS = 0;

  present(link: number, nowS: number): string {
    const token: PresentedToken = {
      usedAt: dateOf(this.usedAtS[link] ?? null),
      isSuccessorUsed: this.usedAtS.length > link + 2,
      session: { endedAt: dateOf(this.endedAtS), expiresAt: at(100_000), lastUsedAt: at(this.lastUsedAtS) },
    };
    const verdict = judgeRefresh(token, at(nowS), rules);
    if (verdict === 'REUSED') this.endedAtS = nowS;
    if (verdict === 'ROTATE') {
      this.usedAtS[link] = nowS;
      this.usedAtS.push(null);
      this.lastUsedAtS = nowS;
    }
    return verdict;
  }
}

const at = (seconds: number): Date => new Date(1_800_000_000_000 + seconds * 1_000);
const dateOf = (seconds: number | null): Date | null => (seconds === null ? null : at(seconds));

/** Who presents which link (counted from the newest), after how many seconds. */
const moves = fc.array(fc.record({ back: fc.nat(3), afterS: fc.nat(20) }), { minLength: 1, maxLength: 60 });

describe('a family of refresh tokens', () => {
  it('never has two tokens that may be used next, and gives nothing once it ended', () => {
    fc.assert(
      fc.property(moves, (played) => {
        const family = new Family();
        let nowS = 0;
        for (const { back, afterS } of played) {
          nowS += afterS;
          const hadEnded = family.endedAtS !== null;
          const verdict = family.present(Math.max(0, family.usedAtS.length - 1 - back), nowS);
          expect(family.usedAtS.filter((usedAt) => usedAt === null)).toHaveLength(1);
          expect(family.usedAtS.at(-1)).toBeNull();
          if (hadEnded) expect(verdict).toBe('OVER');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('ends when a token older than the last used one comes again, at whatever time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), fc.nat(900), (rotations, pick, afterS) => {
        const family = new Family();
        for (let link = 0; link < rotations; link += 1) expect(family.present(link, link)).toBe('ROTATE');
        expect(family.present(pick % (rotations - 1), rotations + afterS)).toBe('REUSED');
        expect(family.present(rotations, rotations + afterS)).toBe('OVER');
      }),
    );
  });

  it('never ends for one honest client, however often its answers are lost and it asks again in time', () => {
    const answers = fc.array(fc.record({ repeats: fc.nat(3), afterS: fc.integer({ min: 11, max: 900 }) }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(answers, (refreshes) => {
        const family = new Family();
        let nowS = 0;
        for (const [link, { repeats, afterS }] of refreshes.entries()) {
          nowS += afterS;
          expect(family.present(link, nowS)).toBe('ROTATE');
          for (let repeat = 1; repeat <= repeats; repeat += 1)
            expect(family.present(link, nowS + repeat * 3)).toBe('REPEAT');
        }
      }),
    );
  });

  it('is over when nobody used it for too long', () => {
    expect(new Family().present(0, 1_001)).toBe('OVER');
    expect(new Family().present(0, 1_000)).toBe('ROTATE');
  });
});
