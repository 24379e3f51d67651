import type { z } from 'zod';
import { STRUCTURED_RUNGS, type StructuredRung } from '../language-model.js';
import type { ModelCapabilities } from './capabilities.js';
import type { RequestPlan, SettingName } from './request-plan.js';
import type { FailureWords, ResponseFailure } from './response-failure.js';

/** What a refusal taught, in the words of the provider. */
export type Lesson =
  | { readonly kind: 'parameter'; readonly parameter: SettingName; readonly reason: string }
  | { readonly kind: 'rung'; readonly from: StructuredRung; readonly to: StructuredRung; readonly reason: string }
  /** The same request in another form (another field for the token limit, a schema that is not strict): nothing is lost. */
  | { readonly kind: 'form' };

const FIELDS: Readonly<Record<SettingName, RegExp>> = {
  temperature: /\btemperature\b/i,
  topP: /\btop_?p\b/i,
  seed: /\b(random_)?seed\b/i,
  reasoningEffort: /\breasoning(_effort|\.effort)?\b|\bthinking\b|\beffort\b/i,
  maxOutputTokens: /\bmax_(completion_|output_)?tokens\b/i,
};
const FORMAT =
  /response_?(format|schema)|json[ _]?schema|json_object|json mode|structured[ _]outputs?|output_config|output_format|text\.format/i;
// A fault of this one schema, as opposed to a model that takes none.
const BAD_SCHEMA =
  /invalid (json )?schema|\bschema\b.{0,120}(is invalid|is not valid|too complex|too many|not permitted|must (be|have)|propert|keyword|features|conversion failed)/i;
const COMPLAINT =
  /unsupported|not (currently )?(be )?(supported|allowed|permitted|available|accepted|taken)|support|unavailable|must be '(json_schema|text)'|unknown|unrecogni[sz]ed|unexpected|extra (inputs|fields|data)|forbidden|deprecated|removed|only .{0,40}(1|default)|may only|cannot|no longer|invalid_?(request_)?(parameter|argument|field)|not a valid (parameter|field)/i;
// A value out of its range is the caller's mistake, and dropping the parameter would hide it.
const OUT_OF_RANGE =
  /\b(between|range|less than|greater than|at most|at least|exceeds?|too (large|high|low|small|big)|maximum|minimum|negative|must be (<|>|≤|≥))/i;

/**
 * What a model was found not to take, beyond what its name tells. One per model; it only ever learns to ask for less.
 */
export interface LearnedLimits {
  drops(parameter: SettingName): string | undefined;
  rungFor(schema: z.ZodType): StructuredRung;
  strictFor(schema: z.ZodType): boolean;
  readonly maxTokensField: ModelCapabilities['maxTokensField'];
  /**
   * Learns from a rejected request.
   * @returns what to do without, so that the request is worth asking again; undefined where the rejection has another reason
   */
  learn(failure: ResponseFailure, plan: RequestPlan, schema: z.ZodType | undefined): Lesson | undefined;
}

/** @param rungs those the wire has, strongest first */
export function createLearnedLimits(
  capabilities: ModelCapabilities,
  rungs: readonly StructuredRung[] = STRUCTURED_RUNGS,
): LearnedLimits {
  const dropped = new Map<SettingName, string>();
  const schemaRungs = new WeakMap<z.ZodType, StructuredRung>();
  const loose = new WeakSet<z.ZodType>();
  let modelRung = lowestOf(capabilities.structuredRung, rungs[0] ?? 'prompt');
  let maxTokensField = capabilities.maxTokensField;
  let otherFieldTried = false;

  const below = (rung: StructuredRung): StructuredRung =>
    rungs.find((candidate) => STRUCTURED_RUNGS.indexOf(candidate) > STRUCTURED_RUNGS.indexOf(rung)) ?? 'prompt';

  const learnFormat = (words: FailureWords, plan: RequestPlan, schema: z.ZodType): Lesson | undefined => {
    const { format } = plan;
    const text = complaintText(words);
    const schemaIsBad = BAD_SCHEMA.test(text);
    if (!format || format.rung === 'prompt' || !FORMAT.test(text) || !(schemaIsBad || mayBeUnsupported(words))) return undefined;
    const from = format.rung;
    const to = below(from);
    if (from === 'json-schema' && schemaIsBad) {
      if (format.strict) {
        loose.add(schema);
        return { kind: 'form' };
      }
      schemaRungs.set(schema, to);
    } else {
      modelRung = lowestOf(modelRung, to);
    }
    return { kind: 'rung', from, to, reason: words.message };
  };

  const learnMaxTokens = (words: FailureWords, plan: RequestPlan): Lesson | undefined => {
    if (plan.maxTokensField !== maxTokensField) return { kind: 'form' };
    if (!otherFieldTried && maxTokensField !== 'max_output_tokens') {
      otherFieldTried = true;
      maxTokensField = maxTokensField === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
      return { kind: 'form' };
    }
    dropped.set('maxOutputTokens', words.message);
    return { kind: 'parameter', parameter: 'maxOutputTokens', reason: words.message };
  };

  return {
    drops: (parameter) => dropped.get(parameter),
    rungFor: (schema) => lowestOf(modelRung, schemaRungs.get(schema) ?? modelRung),
    strictFor: (schema) => !loose.has(schema),
    get maxTokensField() {
      return maxTokensField;
    },
    learn(failure, plan, schema) {
      const { words, status } = failure;
      if (status !== 400 && status !== 422) return undefined;
      const text = complaintText(words);
      if (mayBeUnsupported(words)) {
        for (const parameter of plan.sent) {
          if (!FIELDS[parameter].test(words.param ?? text)) continue;
          if (parameter === 'maxOutputTokens') return learnMaxTokens(words, plan);
          dropped.set(parameter, words.message);
          return { kind: 'parameter', parameter, reason: words.message };
        }
      }
      return schema && learnFormat(words, plan, schema);
    },
  };
}

function complaintText(words: FailureWords): string {
  return `${words.codes} ${words.param ?? ''} ${words.message}`;
}

function mayBeUnsupported(words: FailureWords): boolean {
  if (/unsupported_(parameter|value)|unknown_parameter/.test(words.codes)) return true;
  return COMPLAINT.test(words.message) && !OUT_OF_RANGE.test(words.message);
}

function lowestOf(a: StructuredRung, b: StructuredRung): StructuredRung {
  return STRUCTURED_RUNGS.indexOf(a) >= STRUCTURED_RUNGS.indexOf(b) ? a : b;
}
