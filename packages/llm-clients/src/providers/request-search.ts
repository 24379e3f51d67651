import type { GenerateRequest, StructuredRung } from '../language-model.js';
import type { ProviderError } from '../errors/provider-errors.js';
import type { LearnedLimits } from './learned-limits.js';
import { type Lesson, lessonKey, type SettingName } from './lesson.js';
import type { ReadRefusal } from './refusals/read-refusal.js';
import type { RequestPlan } from './request-plan.js';
import type { ResponseFailure } from './response-failure.js';

/** Maximum number of changes tried if a service does not explain its refusal. */
const MOST_TRIALS = 8;
/** Refusals that one search takes in: a bound for a service that complains for ever. */
const MOST_REFUSALS = 9;

/** A request that was refused. */
export interface Refusal {
  readonly failure: ResponseFailure;
  readonly error: ProviderError;
  readonly plan: RequestPlan;
  readonly reading: ReadRefusal;
  /** Words of the service, without keys. */
  readonly said: string;
}

/**
 * Searches for a request that a service accepts, one change at a time. A change that the words of a refusal ask for is made, and
 * kept as long as it changes the complaint.
 * If they ask for nothing, the search lowers the rung of the reply's shape, then leaves out settings one by one, then moves the
 * instructions into the user's turn, and finally does all of it at once.
 */
export class RequestSearch {
  readonly #limits: LearnedLimits;
  readonly #request: GenerateRequest;
  readonly #rungs: readonly StructuredRung[];
  readonly #mayDropMaxTokens: boolean;
  /** Changes that the words of refusals asked for and that have changed the complaint. */
  #explained: readonly Lesson[] = [];
  /** The last of them, which has still to prove itself. */
  #doubtful: Lesson | undefined;
  /** All that words have asked for so far, so that nothing is done twice. */
  readonly #heeded = new Set<string>();
  /** Changes on trial, on top of those. */
  #trial: readonly Lesson[] = [];
  #trials: Lesson[][] | undefined;
  #standing: Refusal | undefined;
  #refusals = 0;

  constructor(
    limits: LearnedLimits,
    options: {
      readonly request: GenerateRequest;
      readonly rungs: readonly StructuredRung[];
      readonly mayDropMaxTokens: boolean;
    },
  ) {
    this.#limits = limits;
    this.#request = options.request;
    this.#rungs = options.rungs;
    this.#mayDropMaxTokens = options.mayDropMaxTokens;
  }

  /** The changes that the next request is made with. */
  get changes(): readonly Lesson[] {
    return [...this.#explained, ...(this.#doubtful ? [this.#doubtful] : []), ...this.#trial];
  }

  /** The refusal that nothing has removed so far. */
  get standing(): Refusal | undefined {
    return this.#standing;
  }

  /**
   * Takes a refusal in and settles the next request.
   * @returns false where there is nothing left to try
   */
  next(refusal: Refusal): boolean {
    this.#refusals += 1;
    const isSame = this.#standing !== undefined && signatureOf(refusal) === signatureOf(this.#standing);
    // A refusal that was explained before is still explained when it comes back.
    const reading: ReadRefusal = isSame && refusal.reading.kind === 'foreign' ? { kind: 'unexplained' } : refusal.reading;
    if (this.#doubtful && !isSame) {
      this.#explained = [...this.#explained, this.#doubtful];
      this.#standing = undefined;
    }
    // The same words again: they did not mean what was changed, or it was not changed enough.
    if (this.#doubtful && isSame) this.#limits.mayTry(signatureOf(refusal), this.#doubtful);
    const last = this.#doubtful;
    this.#doubtful = undefined;
    if (this.#standing === undefined) {
      this.#standing = refusal;
      this.#trials = undefined;
    }
    if (reading.kind === 'foreign') this.#standing = refusal;
    if (reading.kind === 'foreign' || this.#refusals >= MOST_REFUSALS) return false;
    if (reading.kind === 'explained' && !(last && isSame && lessonKey(last) === lessonKey(reading.lesson))) {
      if (this.#trial.length === 0) return this.#heed(refusal, reading.lesson);
      // Another complaint than the one that nothing explained: what was on trial has removed that, unless it is what is complained of now.
      const isAboutTrial = this.#trial.some(({ kind }) => kind === reading.lesson.kind);
      if (!isSame && !isAboutTrial) {
        this.#explained = [...this.#explained, ...this.#trial];
        this.#trial = [];
        return this.#heed(refusal, reading.lesson);
      }
    }
    return this.#tryNext(refusal);
  }

  /** The request was answered: all that was changed for it is kept. */
  succeed(): readonly Lesson[] {
    const found = this.changes;
    this.#limits.keep(found);
    return found;
  }

  /** The search ends without an answer: only what has proved itself is kept. */
  fail(): readonly Lesson[] {
    this.#limits.keep(this.#explained);
    if (this.#standing && this.#standing.reading.kind !== 'foreign') this.#limits.giveUp(signatureOf(this.#standing));
    return this.#explained;
  }

  /** Ends the search because of something else (the network, a rate limit), without marking anything as hopeless. */
  breakOff(): readonly Lesson[] {
    this.#limits.keep(this.#explained);
    return this.#explained;
  }

  #heed(refusal: Refusal, lesson: Lesson): boolean {
    if (this.#heeded.has(lessonKey(lesson))) return this.#tryNext(refusal);
    this.#heeded.add(lessonKey(lesson));
    this.#standing = refusal;
    this.#trials = undefined;
    this.#doubtful = lesson;
    return true;
  }

  #tryNext(refusal: Refusal): boolean {
    const standing = this.#standing ?? refusal;
    const { status } = standing.failure;
    if (status >= 500 && standing.reading.kind !== 'explained') return false;
    this.#trials ??= this.#listTrials(standing);
    this.#trial = [];
    for (;;) {
      const trial = this.#trials.shift();
      if (!trial) return false;
      if (trial.length === 1 && !this.#limits.mayTry(signatureOf(standing), trial[0]!)) continue;
      this.#trial = trial;
      return true;
    }
  }

  #listTrials({ plan, reading, failure, said }: Refusal): Lesson[][] {
    const reason = `the service said only "${said}" until this was changed`;
    const { format } = plan;
    const { schema } = this.#request;
    const shape: Lesson[][] =
      !schema || !format || format.rung === 'prompt'
        ? []
        : this.#rungs.slice(this.#rungs.indexOf(format.rung) + 1).map((to) => [
            // A rung that has worked before is not at fault, but this schema may be.
            { kind: 'rung', from: format.rung, to, reason, schema: this.#limits.isProven(format.rung) ? schema : undefined },
          ]);
    const settings = plan.sent
      .filter((parameter) => parameter !== 'maxOutputTokens' || this.#mayDropMaxTokens)
      .toSorted((a, b) => LEAST_MISSED.indexOf(a) - LEAST_MISSED.indexOf(b))
      .map((parameter): Lesson[] => [{ kind: 'drop', parameter, reason }]);
    const roles: Lesson[][] = plan.messages.some(({ role }) => role === 'system')
      ? [[{ kind: 'system-role', role: 'user', reason }]]
      : [];
    const suspect = reading.kind === 'explained' ? settingOf(reading.lesson) : undefined;
    const isSuspect = ([lesson]: Lesson[]): boolean => lesson?.kind === 'drop' && lesson.parameter === suspect;
    // A fault of the server's own is not looked for in settings that it does not name.
    if (failure.status >= 500) return [...settings.filter(isSuspect), ...shape];
    const singly = [...settings.filter(isSuspect), ...shape, ...settings.filter((each) => !isSuspect(each)), ...roles];
    const last = [...(shape.at(-1) ?? []), ...settings.flat(), ...roles.flat()];
    return (last.length > 1 ? [...singly.slice(0, MOST_TRIALS - 1), last] : singly).slice(0, MOST_TRIALS);
  }
}

function settingOf(lesson: Lesson): SettingName | undefined {
  switch (lesson.kind) {
    case 'drop':
    case 'bounds':
      return lesson.parameter;
    case 'efforts':
      return 'reasoningEffort';
    case 'max-tokens-field':
      return 'maxOutputTokens';
    default:
      return undefined;
  }
}

const LEAST_MISSED: RequestPlan['sent'] = ['seed', 'topP', 'reasoningEffort', 'temperature', 'maxOutputTokens'];

/** Signature of a refusal: its status and words without their numbers and identifiers. Equal signatures mean the same refusal. */
export function signatureOf({ failure }: Pick<Refusal, 'failure'>): string {
  const { status, words } = failure;
  return `${String(status)} ${words.codes} ${words.param ?? ''} ${words.message}`
    .replace(/\b[\w-]*\d[\w-]*\b/g, '#')
    .slice(0, 500);
}
