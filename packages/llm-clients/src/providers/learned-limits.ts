import type { z } from 'zod';
import { STRUCTURED_RUNGS, type StructuredRung } from '../language-model.js';
import type { ModelCapabilities } from './capabilities.js';
import { type Bounds, type Lesson, lessonKey, type NumericSetting, type SettingName, type SystemRole } from './lesson.js';
import { PromptReading } from './prompt-reading.js';
import { Turnstile } from './turnstile.js';

/** Restrictions on a request, as far as they are known. */
export interface KnownLimits {
  /** Why a setting, or a field of the user's own (`body.NAME`), is left out; undefined where it is taken. */
  dropped(parameter: SettingName | `body.${string}`): string | undefined;
  bounds(parameter: NumericSetting): (Bounds & { readonly reason: string }) | undefined;
  readonly efforts: { readonly allowed: readonly string[]; readonly reason: string } | undefined;
  readonly maxTokensField: ModelCapabilities['maxTokensField'];
  rungFor(schema: z.ZodType): StructuredRung;
  /** Whether there is a JSON mode, for prompts that describe their shape themselves. */
  readonly takesJsonObject: boolean;
  strictFor(schema: z.ZodType): boolean;
  readonly systemRole: SystemRole;
  readonly mergeTurns: boolean;
  readonly endWithUser: boolean;
}

/** Maximum number of searches without a result. After it, unexplained refusals are passed on unchanged. */
const MOST_VAIN_SEARCHES = 3;
/** Schemas that a model refuses before it is held to take none. */
const REFUSED_SCHEMAS_OF_A_MODEL = 3;

/**
 * Restrictions of a model at an endpoint that its name does not tell. All callers of the model share one object, so each
 * restriction is found, and reported, once.
 */
export class LearnedLimits {
  readonly #capabilities: ModelCapabilities;
  readonly #startRung: StructuredRung;
  readonly #lessons: Lesson[] = [];
  readonly #schemaRungs = new WeakMap<z.ZodType, StructuredRung>();
  readonly #looseSchemas = new WeakSet<z.ZodType>();
  readonly #told = new Set<string>();
  readonly #hopeless = new Set<string>();
  readonly #tried = new Set<string>();
  #refusedSchemas = 0;
  #version = 0;
  #formless = 0;
  readonly #proven = new Set<StructuredRung>();
  /** Gate at which refused calls wait for the one call that searches for an accepted request. */
  readonly search = new Turnstile();
  /** Whether its server reads prompts whole. */
  readonly reading = new PromptReading();

  /** @param rungs those the wire has, strongest first */
  constructor(capabilities: ModelCapabilities, rungs: readonly StructuredRung[] = STRUCTURED_RUNGS) {
    this.#capabilities = capabilities;
    this.#startRung = lowestOf(capabilities.structuredRung, rungs[0] ?? 'prompt');
  }

  /** Grows with every lesson: a request that was refused at an earlier version is worth sending again as it would be now. */
  get version(): number {
    return this.#version;
  }

  /** Returns the known restrictions, with those of `trial` added. */
  known(trial: readonly Lesson[] = []): KnownLimits {
    const lessons = trial.length === 0 ? this.#lessons : [...this.#lessons, ...trial];
    const capabilities = this.#capabilities;
    const ofKind = <Kind extends Lesson['kind']>(kind: Kind): readonly Extract<Lesson, { kind: Kind }>[] =>
      lessons.filter((lesson): lesson is Extract<Lesson, { kind: Kind }> => lesson.kind === kind);
    return {
      dropped: (parameter) =>
        lessons.find(
          (lesson) =>
            (lesson.kind === 'drop' && lesson.parameter === parameter) ||
            (lesson.kind === 'drop-field' && `body.${lesson.field}` === parameter),
        )?.reason,
      bounds: (parameter) => {
        const about = ofKind('bounds').filter((lesson) => lesson.parameter === parameter);
        const least = Math.max(...about.map(({ bounds }) => bounds.least ?? -Infinity));
        const most = Math.min(...about.map(({ bounds }) => bounds.most ?? Infinity));
        const reason = about.at(-1)?.reason;
        if (reason === undefined) return undefined;
        return { least: Number.isFinite(least) ? least : undefined, most: Number.isFinite(most) ? most : undefined, reason };
      },
      efforts: ofKind('efforts').at(-1),
      maxTokensField: ofKind('max-tokens-field').at(-1)?.field ?? capabilities.maxTokensField,
      rungFor: (schema) => {
        const about = ofKind('rung').filter((lesson) => lesson.schema === undefined || lesson.schema === schema);
        const start = lowestOf(this.#startRung, this.#schemaRungs.get(schema) ?? this.#startRung);
        const rung = about.reduce<StructuredRung>(
          (lowest, { from, to }) => (from === 'json-object' ? lowest : lowestOf(lowest, to)),
          start,
        );
        // A server that has no JSON mode may take schemas all the same.
        return rung === 'json-object' ? about.reduce<StructuredRung>((lowest, { to }) => lowestOf(lowest, to), rung) : rung;
      },
      takesJsonObject: !ofKind('rung').some(({ from, schema }) => from === 'json-object' && schema === undefined),
      strictFor: (schema) =>
        !this.#looseSchemas.has(schema) && !ofKind('loose-schema').some((lesson) => lesson.schema === schema),
      systemRole: ofKind('system-role').at(-1)?.role ?? capabilities.systemRole,
      mergeTurns: ofKind('merge-turns').length > 0,
      endWithUser: ofKind('end-with-user').length > 0,
    };
  }

  /** Keeps what was found out, for all calls from now on. */
  keep(lessons: readonly Lesson[]): void {
    for (const lesson of lessons) {
      if (lesson.kind === 'bounds' && lesson.once) continue;
      this.#version += 1;
      if (lesson.kind === 'rung') this.#formless = 0;
      if (lesson.kind === 'loose-schema') this.#looseSchemas.add(lesson.schema);
      else if (lesson.kind === 'rung' && lesson.schema) this.#lowerFor(lesson.schema, lesson);
      else this.#lessons.push(lesson);
    }
  }

  /** Whether this is the first report of a restriction of the model. */
  isNews(key: string): boolean {
    if (this.#told.has(key)) return false;
    this.#told.add(key);
    return true;
  }

  /** Whether nothing helps against this refusal, or trying has been of no use so often that it is no longer done. */
  isHopeless(refusal: string): boolean {
    return this.#hopeless.has(refusal) || this.#hopeless.size >= MOST_VAIN_SEARCHES;
  }

  /** Keeps in mind that nothing helps against this refusal. */
  giveUp(refusal: string): void {
    this.#hopeless.add(refusal);
  }

  /** Whether a change has not been tried yet against this refusal; it counts as tried from now on. */
  mayTry(refusal: string, lesson: Lesson): boolean {
    const key = `${refusal} ${lessonKey(lesson)}`;
    if (this.#tried.has(key)) return false;
    this.#tried.add(key);
    return true;
  }

  /** Whether a reply on this rung has had its form. */
  isProven(rung: StructuredRung): boolean {
    return this.#proven.has(rung);
  }

  /**
   * Counts a reply that had the form its rung asks for, or none at all.
   * @returns how many in a row had none; 0 once one has had it
   */
  noteForm(rung: StructuredRung, hasForm: boolean): number {
    if (hasForm) this.#proven.add(rung);
    this.#formless = hasForm || this.isProven(rung) ? 0 : this.#formless + 1;
    return this.#formless;
  }

  #lowerFor(schema: z.ZodType, lesson: Extract<Lesson, { kind: 'rung' }>): void {
    this.#schemaRungs.set(schema, lesson.to);
    this.#refusedSchemas += 1;
    if (this.#refusedSchemas < REFUSED_SCHEMAS_OF_A_MODEL || this.isProven(lesson.from)) return;
    this.#lessons.push({ kind: 'rung', from: lesson.from, to: lesson.to, reason: lesson.reason });
  }
}

function lowestOf(a: StructuredRung, b: StructuredRung): StructuredRung {
  return STRUCTURED_RUNGS.indexOf(a) >= STRUCTURED_RUNGS.indexOf(b) ? a : b;
}
