import type { JournalEntry } from '@entente/simulation-core';

/** An answer as the line of history looks at it. */
export interface AnswerNote {
  /** Its place in the journal, from 1. */
  readonly entry: number;
  readonly path: string;
  readonly inherited: boolean;
  readonly edited: boolean;
}

/** A moment of the journal by which can be told whether a fork took an answer over. */
interface Mark {
  /** Its place in the journal, from 1. */
  readonly entry: number;
  readonly kind: 'fork' | 'step-ended' | 'work-joined' | 'round-held';
  /** The step, the work's key, or `S1901M/round-1`. */
  readonly name: string;
}

/**
 * Tells which answers of a journal belong to the game that was played. A fork's journal begins with what its parent was answered in the step
 * of the fork and in all deferred work, later years included, so that the same questions need not be asked again; it takes over only those
 * that it comes to ask. An inherited answer belongs to the game once its step has ended in the fork (a round of messages: once the round was
 * held) or its deferred work was joined there, and nothing else was answered at its place.
 */
export class LineOfHistory {
  readonly #marks: Mark[] = [];
  readonly #answers: AnswerNote[] = [];

  /** Takes a journal's entries in their order. @param entry the place of `line`, from 1 */
  add(line: JournalEntry, entry: number): void {
    switch (line.type) {
      case 'answer-recorded':
        this.#answers.push({ entry, path: line.path, inherited: line.inherited === true, edited: line.edited === true });
        break;
      case 'run-forked':
        this.#marks.push({ entry, kind: 'fork', name: line.step });
        break;
      case 'step-ended':
        this.#marks.push({ entry, kind: 'step-ended', name: line.step });
        break;
      case 'work-joined':
        this.#marks.push({ entry, kind: 'work-joined', name: line.key });
        break;
      case 'fact-recorded': {
        const { type, phase, round } = line.fact as { readonly type: string; readonly phase?: string; readonly round?: number };
        if (type === 'round-held') this.#marks.push({ entry, kind: 'round-held', name: `${phase}/round-${round}` });
        break;
      }
      default:
        break;
    }
  }

  /** Where the run's own history begins: the place of its last `run-forked`, from 1; 0 in a run that is no fork. */
  get forkEntry(): number {
    return this.#marks.findLast(({ kind }) => kind === 'fork')?.entry ?? 0;
  }

  /** The places of the inherited answers that no one came to ask for. */
  unused(): ReadonlySet<number> {
    const byBase = new Map<string, AnswerNote[]>();
    for (const answer of this.#answers) {
      const base = baseOf(answer.path);
      const own = byBase.get(base);
      if (own === undefined) byBase.set(base, [answer]);
      else own.push(answer);
    }
    return new Set(
      this.#answers
        .filter((answer) => answer.inherited && !this.#isUsed(answer, byBase.get(baseOf(answer.path)) ?? []))
        .map(({ entry }) => entry),
    );
  }

  #isUsed(answer: AnswerNote, atTheSamePlace: readonly AnswerNote[]): boolean {
    const fork = this.#marks.find(({ kind, entry }) => kind === 'fork' && entry > answer.entry)?.entry;
    if (fork === undefined || !this.#wasCome(answer, fork)) return false;
    const number = numberOf(answer.path);
    return atTheSamePlace.every((other) => {
      if (other.path === answer.path) return other.entry <= answer.entry;
      // A question is asked again with the reply before it: where that is another one, so is the question.
      return numberOf(other.path) > number || (!other.edited && (other.inherited || other.entry < fork));
    });
  }

  #wasCome({ path }: AnswerNote, fork: number): boolean {
    const base = baseOf(path);
    const since = this.#marks.filter(({ entry }) => entry > fork);
    if (base.startsWith('deferred/')) {
      const work = base.slice('deferred/'.length);
      return since.some(({ kind, name }) => kind === 'work-joined' && (work === name || work.startsWith(`${name}/`)));
    }
    const [step = '', part = ''] = base.split('/');
    return since.some(
      ({ kind, name }) => (kind === 'step-ended' && name === step) || (kind === 'round-held' && name === `${step}/${part}`),
    );
  }
}

const baseOf = (path: string): string => path.split('#', 1)[0] ?? '';
const numberOf = (path: string): number => Number(path.split('#')[1] ?? 0);
