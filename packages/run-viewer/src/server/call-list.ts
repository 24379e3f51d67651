import type { JournalIndex } from '@entente/simulation-core/journal';
import { EntryCursor } from './entry-cursor.js';
import { type CallCost, type CallRow, callRow, isCall, isCallType } from './call-row.js';

/** A call as it is held: its row, and the hashes of the parts of its prompt. */
export interface ListedCall {
  readonly row: CallRow;
  readonly parts: readonly string[];
}

/** Every call of a run that may still go on. Each is parsed once; the texts of prompts are not read. */
export class CallList {
  readonly #calls: ListedCall[] = [];
  readonly #cursor: EntryCursor;
  /** Number of the last answer at each path, which is the one that counts. */
  readonly #lastAnswer = new Map<string, number>();

  constructor(
    index: JournalIndex,
    private readonly costOf: CallCost,
  ) {
    this.#cursor = new EntryCursor(index, ({ type }) => isCallType(type));
  }

  /** All calls that the index knows, in the order in which they ended. */
  async all(): Promise<readonly ListedCall[]> {
    await this.#cursor.take((entry, number) => {
      if (!isCall(entry)) return;
      const parts =
        entry.type === 'answer-recorded' ? entry.messages.flatMap((message) => message.parts.map(([, hash]) => hash)) : [];
      this.#calls.push({ row: callRow(number, entry, this.costOf), parts });
      if (entry.type !== 'call-failed') this.#lastAnswer.set(entry.path, number);
    });
    return this.#calls;
  }

  /** Rows of all calls; answers that a later answer at the same path replaces are marked. */
  async rows(): Promise<readonly CallRow[]> {
    const calls = await this.all();
    return calls.map(({ row }) =>
      row.outcome === 'answered' && this.#lastAnswer.get(row.path) !== row.entry ? { ...row, isReplaced: true } : row,
    );
  }
}
