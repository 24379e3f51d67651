import { type JournalIndex, parseCallPath, type RecordedFact, type RunHeader } from '@entente/simulation-core/journal';
import { EntryCursor } from './entry-cursor.js';
import { readerOf } from './kinds/readers.js';
import type { RunReader } from './kinds/run-reader.js';

/** A fact that was made from a call's reply. */
export interface MadeFact {
  /** Number of its entry in the journal. */
  readonly entry: number;
  readonly step: string;
  readonly type: string;
}

/** Facts of a run that may still go on, by the calls whose replies they were made from. */
export class FactsOfCalls {
  readonly #facts: { readonly fact: MadeFact; readonly calls: readonly string[] }[] = [];
  readonly #cursor: EntryCursor;
  readonly #callsBehind: ReturnType<RunReader['callsBehind']>;

  constructor(index: JournalIndex, { program }: Pick<RunHeader, 'program'>) {
    this.#cursor = new EntryCursor(index, ({ type }) => type === 'fact-recorded');
    this.#callsBehind = readerOf(program)?.callsBehind() ?? (() => []);
  }

  /** Facts that rest on the call at a path alone; without such, those that rest on all calls of its kind. */
  async of(path: string): Promise<readonly MadeFact[]> {
    await this.#cursor.take((entry, number) => {
      if (entry.type !== 'fact-recorded') return;
      const calls = this.#callsOf(entry.fact);
      if (calls.length > 0) this.#facts.push({ fact: { entry: number, step: entry.step, type: entry.fact.type }, calls });
    });
    const { base } = parseCallPath(path);
    const resting = (isBehind: (begin: string) => boolean): readonly MadeFact[] =>
      this.#facts.flatMap(({ fact, calls }) => (calls.some(isBehind) ? [fact] : []));
    const own = resting((begin) => begin === base);
    return own.length > 0 ? own : resting((begin) => base.startsWith(`${begin}/`));
  }

  /** Facts of another version may have another shape; no call is known of them then. */
  #callsOf(fact: RecordedFact): readonly string[] {
    try {
      return this.#callsBehind(fact);
    } catch {
      return [];
    }
  }
}
