import type { Answer, LookupType, Resolver } from '../../mail/dns/resolver.ts';
import type { Recursor } from '../asking/recursor.ts';
import { answerOf, lookupCodes } from './answers.ts';

/** Names that one task may ask for, how many at the same time, and how often it may begin again with what it learned. */
const MOST_QUERIES = 1000,
  AT_ONCE = 8,
  MOST_ROUNDS = 40;

interface Kept {
  readonly answer: Answer;
  /** Milliseconds since 1970. */
  readonly asked: number;
}

/**
 * What lies outside the files. Mail checks ask at once and can't wait: what isn't known yet is `unknown` to them and is remembered;
 * then it is asked for, and the check runs again, until there is nothing left to ask.
 */
export class Outside implements Resolver {
  private readonly recursor: Recursor;
  private readonly now: () => number;
  private readonly kept = new Map<string, Kept>();
  private readonly wanted = new Map<string, readonly [name: string, type: LookupType]>();

  constructor(recursor: Recursor, now: () => number) {
    this.recursor = recursor;
    this.now = now;
  }

  lookup<T extends LookupType>(name: string, type: T): Answer<T> {
    const key = `${type} ${name}`,
      known = this.kept.get(key);
    // The key has the type.
    if (known !== undefined) return known.answer as Answer<T>;
    this.wanted.set(key, [name, type]);
    return { status: 'unknown', records: [] };
  }

  /** Who is asked, and since when what is known counts; undefined where nothing was asked. */
  get source(): { readonly who: string; readonly asked: number; readonly names: number } | undefined {
    const times = [...this.kept.values()].map(({ asked }) => asked);
    return times.length === 0 ? undefined : { who: this.recursor.who, asked: Math.min(...times), names: times.length };
  }

  /** Runs a task until it asks for nothing more that isn't known. What couldn't be asked for stays unknown. */
  async complete<T>(task: () => T | Promise<T>): Promise<T> {
    for (let round = 0; ; round++) {
      this.wanted.clear();
      const result = await task();
      if (this.wanted.size === 0 || round === MOST_ROUNDS || this.kept.size >= MOST_QUERIES) return result;
      await this.askWanted();
    }
  }

  private async askWanted(): Promise<void> {
    const waiting = [...this.wanted].slice(0, Math.max(0, MOST_QUERIES - this.kept.size));
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [key, [name, type]] = next,
          found = await this.recursor.find(name, lookupCodes[type]);
        this.kept.set(key, { answer: answerOf(found, type), asked: this.now() });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }
}
