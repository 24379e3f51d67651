import type { JournalStore } from '@entente/simulation-core/journal';
import type { CostOf } from './cost-of.js';
import { type OpenRun, openRun } from './open-run.js';

/** Number of journals that are held open at once, beside those in use. */
const HELD_OPEN = 8;

interface Held {
  readonly opening: Promise<OpenRun>;
  users: number;
  /** Set when it was dropped while in use; the last user closes it. */
  isDropped: boolean;
}

/** Journals that somebody looks at. The one not asked for the longest is closed first, and none while it is read. */
export class OpenRuns {
  readonly #store: Pick<JournalStore, 'openIndex'>;
  readonly #held = new Map<string, Held>();

  readonly #costOf: CostOf;

  constructor({ store, costOf }: { readonly store: Pick<JournalStore, 'openIndex'>; readonly costOf: CostOf }) {
    this.#store = store;
    this.#costOf = costOf;
  }

  /**
   * Reads from a run, with everything that is on record by now. It stays open until `read` has settled.
   * @throws UnknownRunError, JournalCorruptError
   */
  async use<Result>(runId: string, read: (run: OpenRun) => Promise<Result> | Result): Promise<Result> {
    const before = this.#held.get(runId);
    const held = before ?? {
      opening: this.#open(runId),
      users: 0,
      isDropped: false,
    };
    this.#held.delete(runId);
    this.#held.set(runId, held);
    held.users++;
    try {
      const run = await held.opening.catch((error: unknown) => this.#forget(runId, held, error));
      if (before !== undefined) await run.index.refresh().catch((error: unknown) => this.#forget(runId, held, error));
      return await read(run);
    } finally {
      held.users--;
      if (held.isDropped) await closeUnused(held);
      await this.#closeOldest();
    }
  }

  async close(): Promise<void> {
    const all = [...this.#held.values()];
    this.#held.clear();
    await Promise.all(all.map(drop));
  }

  async #open(runId: string): Promise<OpenRun> {
    const index = await this.#store.openIndex(runId);
    try {
      return await openRun(index, this.#costOf);
    } catch (error) {
      await index.close();
      throw error;
    }
  }

  #forget(runId: string, held: Held, error: unknown): never {
    if (this.#held.get(runId) === held) this.#held.delete(runId);
    held.isDropped = true;
    throw error;
  }

  async #closeOldest(): Promise<void> {
    const unused = [...this.#held].filter(([, { users }]) => users === 0);
    for (const [runId, held] of unused.slice(0, Math.max(0, unused.length - HELD_OPEN))) {
      this.#held.delete(runId);
      await drop(held);
    }
  }
}

async function drop(held: Held): Promise<void> {
  held.isDropped = true;
  await closeUnused(held);
}

async function closeUnused(held: Held): Promise<void> {
  if (held.users > 0) return;
  await held.opening.then(
    async ({ index }) => index.close(),
    () => {},
  );
}
