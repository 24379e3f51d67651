import {
  BOT_PROVIDER,
  callBase,
  type GameFact,
  type GameSettings,
  readCallPlace,
  type Seat,
} from '@entente/diplomacy-game/state';
import type { ByPower } from '@entente/diplomacy-rules';
import {
  deferredPath,
  isCallWithin,
  isDeferredPath,
  type JournalEntry,
  parseCallPath,
  stepOfCall,
} from '@entente/simulation-core/journal';

/** An answer of the journal. */
export interface AnswerNote {
  /** Its place in the journal, from 1. */
  readonly entry: number;
  readonly path: string;
  readonly inherited: boolean;
  readonly edited: boolean;
}

/** An entry that tells whether a fork used an inherited answer. */
interface Mark {
  /** Its place in the journal, from 1. */
  readonly entry: number;
  readonly kind: 'fork' | 'step-ended' | 'work-joined' | 'round-held';
  /** The step, the work's key, or `S1901M/round-1`. */
  readonly name: string;
  /** Seats and settings of a fork. */
  readonly table?: Table | undefined;
}

interface Table {
  readonly settings: GameSettings;
  readonly seats: ByPower<Seat>;
}

/**
 * Finds the answers of a journal that belong to the game. A fork's journal begins with its parent's answers from the step
 * of the fork and from all deferred work, later years included, so that the same questions need not be asked again; it uses only those
 * that it comes to ask. An inherited answer belongs to the game once its step has ended in the fork (a round of messages: once the round was
 * held) or its deferred work was joined there, nothing else was answered at its place, and the fork asks such a thing at all: it may have
 * seated a bot where a model was, or stopped planning.
 */
export class LineOfHistory {
  readonly #marks: Mark[] = [];
  readonly #answers: AnswerNote[] = [];
  #table: Table | undefined;

  /** Takes a journal's entries in their order. @param entry the place of `line`, from 1 */
  add(line: JournalEntry, entry: number): void {
    switch (line.type) {
      case 'answer-recorded':
        this.#answers.push({ entry, path: line.path, inherited: line.inherited === true, edited: line.edited === true });
        break;
      case 'run-forked':
        this.#marks.push({ entry, kind: 'fork', name: line.step, table: this.#table });
        break;
      case 'step-ended':
        this.#marks.push({ entry, kind: 'step-ended', name: line.step });
        break;
      case 'work-joined':
        this.#marks.push({ entry, kind: 'work-joined', name: line.key });
        break;
      case 'fact-recorded': {
        const fact = line.fact as unknown as GameFact;
        if (fact.type === 'round-held') this.#marks.push({ entry, kind: 'round-held', name: callBase.round(fact) });
        // The changes that a fork makes stand before it.
        if (fact.type === 'game-begun' || fact.type === 'table-changed') this.#table = fact;
        break;
      }
      default:
        break;
    }
  }

  /** Start of the run's own history: the place of its last `run-forked`, from 1; 0 in a run that is no fork. */
  get forkEntry(): number {
    return this.#marks.findLast(({ kind }) => kind === 'fork')?.entry ?? 0;
  }

  /** Returns the places of inherited answers that were never asked for. */
  unused(): ReadonlySet<number> {
    const byBase = new Map<string, AnswerNote[]>();
    for (const answer of this.#answers) {
      const base = parseCallPath(answer.path).base;
      const own = byBase.get(base);
      if (own === undefined) byBase.set(base, [answer]);
      else own.push(answer);
    }
    return new Set(
      this.#answers
        .filter((answer) => answer.inherited && !this.#isUsed(answer, byBase.get(parseCallPath(answer.path).base) ?? []))
        .map(({ entry }) => entry),
    );
  }

  #isUsed(answer: AnswerNote, atTheSamePlace: readonly AnswerNote[]): boolean {
    const mark = this.#marks.find(({ kind, entry }) => kind === 'fork' && entry > answer.entry);
    if (mark === undefined || !isAskedAt(mark.table, answer.path) || !this.#wasCome(answer, mark.entry)) return false;
    const fork = mark.entry;
    const number = parseCallPath(answer.path).number;
    return atTheSamePlace.every((other) => {
      if (other.path === answer.path) return other.entry <= answer.entry;
      // A repeated question contains the reply before it, so another reply makes another question.
      return parseCallPath(other.path).number > number || (!other.edited && (other.inherited || other.entry < fork));
    });
  }

  #wasCome({ path }: AnswerNote, fork: number): boolean {
    const since = this.#marks.filter(({ entry }) => entry > fork);
    if (isDeferredPath(path))
      return since.some(({ kind, name }) => kind === 'work-joined' && isCallWithin(path, deferredPath(name)));
    if (readCallPlace(path)?.stage === 'message')
      return since.some(({ kind, name }) => kind === 'round-held' && isCallWithin(path, name));
    return since.some(({ kind, name }) => kind === 'step-ended' && name === stepOfCall(path));
  }
}

/** Returns whether the players of a table ask models such a question. @default true, where the table is unknown */
function isAskedAt(table: Table | undefined, path: string): boolean {
  const place = readCallPlace(path);
  if (table === undefined || place === null) return true;
  const { settings, seats } = table;
  if (place.stage === 'plan' && !settings.planning) return false;
  if (place.stage === 'summary') return settings.phaseSummaries;
  if (place.power === null) return true;
  const provider = seats[place.power].model.split(':', 1)[0] ?? '';
  return provider !== BOT_PROVIDER;
}
