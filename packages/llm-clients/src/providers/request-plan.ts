import {
  type GenerateRequest,
  type Message,
  REASONING_EFFORTS,
  type ReasoningEffort,
  type StructuredRung,
} from '../language-model.js';
import type { ModelCapabilities, Taken } from './capabilities.js';
import { type JsonSchema, toJsonSchema, withSchemaInstruction } from './json-schema.js';
import type { LearnedLimits } from './learned-limits.js';

/** Settings that a model may not take, by the names `Sampling` gives them. */
export const SETTING_NAMES = ['temperature', 'topP', 'seed', 'reasoningEffort', 'maxOutputTokens'] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

/** Anthropic's least budget of reasoning tokens; the reply's limit must be above it. */
export const LEAST_BUDGET_TOKENS = 1_024;

/** How the reply's shape is asked for. */
export type ReplyFormat =
  | { readonly rung: 'json-schema'; readonly name: string; readonly schema: JsonSchema; readonly strict: boolean }
  | { readonly rung: 'json-object' }
  | { readonly rung: 'prompt' };

export interface DroppedSetting {
  readonly parameter: SettingName;
  readonly reason: string;
}

/** One request as it will be sent, but for the shape of the wire: only what the model takes. */
export interface RequestPlan {
  readonly messages: readonly Message[];
  readonly temperature?: number;
  readonly topP?: number;
  readonly seed?: number;
  readonly reasoningEffort?: ReasoningEffort;
  readonly maxOutputTokens?: number;
  readonly maxTokensField: ModelCapabilities['maxTokensField'];
  readonly format?: ReplyFormat;
  /** The settings above that are present. */
  readonly sent: readonly SettingName[];
  readonly dropped: readonly DroppedSetting[];
}

/** What the wire adds to the planning of a request. */
export interface PlanningWire {
  /** The schema in the wire's own dialect, or undefined where it cannot take this one. */
  readonly nativeSchema: (
    schema: JsonSchema,
    strict: boolean,
  ) => { readonly schema: JsonSchema; readonly strict: boolean } | undefined;
  readonly rungs: readonly StructuredRung[];
  /** Whether the seed can travel otherwise than in the body. */
  readonly seedInHeader: boolean;
}

/** Leaves out what the model does not take, by name or by experience, and settles how the reply's shape is asked for. */
export function planRequest(
  request: GenerateRequest,
  {
    capabilities,
    limits,
    wire,
  }: { readonly capabilities: ModelCapabilities; readonly limits: LearnedLimits; readonly wire: PlanningWire },
): RequestPlan {
  const dropped: DroppedSetting[] = [];
  const settings = settleSettings(request, capabilities, wire, (parameter, reason) => dropped.push({ parameter, reason }));
  for (const name of SETTING_NAMES) {
    const reason = limits.drops(name);
    if (reason === undefined || settings[name] === undefined) continue;
    delete settings[name];
    dropped.push({ parameter: name, reason });
  }
  const format = request.schema && settleFormat(request, limits, wire);
  return {
    messages:
      request.schema && format && format.rung !== 'json-schema' && request.shape !== 'in-words'
        ? withSchemaInstruction(request.messages, request.schema)
        : request.messages,
    ...settings,
    maxTokensField: limits.maxTokensField,
    ...(format && { format }),
    sent: SETTING_NAMES.filter((name) => settings[name] !== undefined),
    dropped,
  };
}

type Settings = { -readonly [Name in SettingName]?: NonNullable<RequestPlan[Name]> };

function settleSettings(
  request: GenerateRequest,
  capabilities: ModelCapabilities,
  wire: PlanningWire,
  drop: (parameter: SettingName, reason: string) => void,
): Settings {
  const { temperature, topP, seed, reasoningEffort, maxOutputTokens } = request.sampling ?? {};
  const settings: Settings = {};
  if (maxOutputTokens !== undefined) settings.maxOutputTokens = maxOutputTokens;
  if (reasoningEffort !== undefined) {
    const { reasoning } = capabilities;
    if (reasoning.kind === 'budget' && (maxOutputTokens ?? capabilities.defaultMaxOutputTokens) <= LEAST_BUDGET_TOKENS) {
      if (reasoningEffort !== 'none')
        drop('reasoningEffort', `the model reasons only in replies of more than ${LEAST_BUDGET_TOKENS} tokens`);
    } else if (reasoning.kind !== 'none') {
      const nearest = nearestEffort(reasoningEffort, reasoning.efforts);
      settings.reasoningEffort = nearest;
      if (nearest !== reasoningEffort) {
        drop('reasoningEffort', `it takes ${reasoning.efforts.join(', ')}: "${nearest}" is sent instead of "${reasoningEffort}"`);
      }
    } else if (reasoningEffort !== 'none' || capabilities.reasonsByDefault) {
      drop('reasoningEffort', 'the model has no such setting');
    }
  }
  const effort = settings.reasoningEffort;
  const reasons = effort === undefined ? capabilities.reasonsByDefault : effort !== 'none';
  const takes = (taken: Taken): boolean => taken === 'always' || (taken === 'without-reasoning' && !reasons);
  const why = (taken: Taken): string =>
    taken === 'never' ? 'the model does not take it' : 'the model takes it only without reasoning';
  if (temperature !== undefined) {
    if (takes(capabilities.temperature)) settings.temperature = temperature;
    else drop('temperature', why(capabilities.temperature));
  }
  if (topP !== undefined) {
    if (!takes(capabilities.topP)) drop('topP', why(capabilities.topP));
    else if (settings.temperature !== undefined && !capabilities.temperatureWithTopP)
      drop('topP', 'the model takes it only without a temperature');
    else settings.topP = topP;
  }
  if (seed !== undefined) {
    if (capabilities.seedField !== null || wire.seedInHeader) settings.seed = seed;
    else drop('seed', 'the provider has no such setting');
  }
  return settings;
}

/** The effort nearest to the one asked for; some reasoning is never turned into none where the model can do with a little. */
function nearestEffort(asked: ReasoningEffort, efforts: readonly ReasoningEffort[]): ReasoningEffort {
  const distance = (effort: ReasoningEffort): number =>
    Math.abs(REASONING_EFFORTS.indexOf(effort) - REASONING_EFFORTS.indexOf(asked));
  const some = efforts.filter((effort) => effort !== 'none');
  const candidates = asked === 'none' || some.length === 0 ? efforts : some;
  return candidates.reduce(
    (nearest, effort) => (distance(effort) < distance(nearest) ? effort : nearest),
    candidates[0] ?? asked,
  );
}

function settleFormat(request: GenerateRequest, limits: LearnedLimits, wire: PlanningWire): ReplyFormat | undefined {
  const { schema, label, shape } = request;
  if (!schema) return undefined;
  const rung = limits.rungFor(schema);
  if (rung === 'prompt') return { rung };
  const jsonSchema = toJsonSchema(schema);
  if (rung === 'json-schema' && shape !== 'in-words') {
    const native = wire.nativeSchema(jsonSchema, limits.strictFor(schema));
    if (native) return { rung, name: schemaName(label?.name), ...native };
  }
  // JSON mode promises an object, so that nothing else may be asked for on it.
  return wire.rungs.includes('json-object') && isObjectSchema(jsonSchema) ? { rung: 'json-object' } : { rung: 'prompt' };
}

function isObjectSchema(schema: JsonSchema): boolean {
  if (schema.type === 'object') return true;
  const alternatives = schema.anyOf ?? schema.oneOf;
  return (
    Array.isArray(alternatives) && alternatives.length > 0 && alternatives.every((each) => isObjectSchema(each as JsonSchema))
  );
}

function schemaName(label: string | undefined): string {
  const name = (label ?? '').replace(/[^\w-]/g, '_').slice(0, 64);
  return name === '' ? 'reply' : name;
}
