import type { GenerateRequest, Message, StructuredRung } from '../language-model.js';
import type { ModelCapabilities, Taken } from './capabilities.js';
import { type JsonSchema, toJsonSchema, withSchemaInstruction } from './json-schema.js';
import type { KnownLimits } from './learned-limits.js';
import { SETTING_NAMES, type SettingName, type SystemRole } from './lesson.js';
import { nearestEffort } from './refusals/read-efforts.js';
import { shapeTurns } from './shape-turns.js';

/** Anthropic's least budget of reasoning tokens; the reply's limit must be above it. */
export const LEAST_BUDGET_TOKENS = 1_024;

/** How the reply's shape is asked for. */
export type ReplyFormat =
  | { readonly rung: 'json-schema'; readonly name: string; readonly schema: JsonSchema; readonly strict: boolean }
  | { readonly rung: 'json-object' }
  | { readonly rung: 'prompt' };

/** A setting that is left out: by the name `Sampling` gives it, or `body.NAME` for a number of the user's own. */
export interface DroppedSetting {
  readonly parameter: SettingName | `body.${string}`;
  readonly reason: string;
}

/** A setting that is sent with another value than was asked for. */
export interface ChangedSetting {
  readonly parameter: SettingName | 'systemRole';
  readonly value: number | string;
  readonly reason: string;
}

/** One request as it will be sent, but for the shape of the wire: only what the model takes. */
export interface RequestPlan {
  /** In the turns that the model takes; instructions are in the role `system` here, whatever they are called on the wire. */
  readonly messages: readonly Message[];
  readonly systemRole: SystemRole;
  readonly temperature?: number | undefined;
  readonly topP?: number | undefined;
  readonly seed?: number | undefined;
  /** In the service's own word, which may be outside `REASONING_EFFORTS`. */
  readonly reasoningEffort?: string | undefined;
  readonly maxOutputTokens?: number | undefined;
  readonly maxTokensField: ModelCapabilities['maxTokensField'];
  readonly format?: ReplyFormat | undefined;
  /** The settings above that are present. */
  readonly sent: readonly SettingName[];
  /** The user's own fields of the body. */
  readonly body?: Readonly<Record<string, unknown>> | undefined;
  readonly dropped: readonly DroppedSetting[];
  readonly changed: readonly ChangedSetting[];
}

/** Properties of the wire that planning a request depends on. */
export interface PlanningWire {
  /** The schema in the wire's own dialect, or undefined where it cannot take this one. */
  readonly nativeSchema: (
    schema: JsonSchema,
    strict: boolean,
  ) => { readonly schema: JsonSchema; readonly strict: boolean } | undefined;
  readonly rungs: readonly StructuredRung[];
  /** Whether the seed can travel otherwise than in the body. */
  readonly seedInHeader: boolean;
  /** Whether the wire requires a limit of the reply: the model's usual one is sent where the caller gives none. */
  readonly needsMaxTokens?: boolean | undefined;
}

/** Leaves out what the model does not take, by name or by experience, and settles how the reply's shape is asked for. */
export function planRequest(
  request: GenerateRequest,
  {
    capabilities,
    known,
    wire,
  }: { readonly capabilities: ModelCapabilities; readonly known: KnownLimits; readonly wire: PlanningWire },
): RequestPlan {
  const dropped: DroppedSetting[] = [];
  const changed: ChangedSetting[] = [];
  const settings = settleSettings(request, capabilities, wire, {
    drop: (parameter, reason) => dropped.push({ parameter, reason }),
    change: (parameter, value, reason) => changed.push({ parameter, value, reason }),
  });
  applyKnown(settings, known, dropped, changed);
  const body = withoutDropped(request.providerOptions?.body, known, dropped);
  const format = request.schema && settleFormat(request, known, wire);
  const { systemRole, mergeTurns, endWithUser } = known;
  if (systemRole !== capabilities.systemRole && request.messages.some(({ role }) => role === 'system')) {
    changed.push({ parameter: 'systemRole', value: systemRole, reason: 'the model does not take the other one' });
  }
  const turns = shapeTurns(request.messages, { systemRole, mergeTurns, endWithUser });
  const inWords = format && request.shape !== 'in-words' && (format.rung !== 'json-schema' || request.spellShape === true);
  return {
    messages: request.schema && inWords ? withSchemaInstruction(turns, request.schema) : turns,
    systemRole,
    ...settings,
    maxTokensField: known.maxTokensField,
    format,
    sent: SETTING_NAMES.filter((name) => settings[name] !== undefined),
    body,
    dropped,
    changed,
  };
}

/** Lays what was learnt over the settings. */
function applyKnown(settings: Settings, known: KnownLimits, dropped: DroppedSetting[], changed: ChangedSetting[]): void {
  for (const parameter of SETTING_NAMES) {
    const reason = known.dropped(parameter);
    if (reason === undefined || settings[parameter] === undefined) continue;
    delete settings[parameter];
    dropped.push({ parameter, reason });
  }
  for (const parameter of ['temperature', 'topP', 'maxOutputTokens'] as const) {
    const value = settings[parameter];
    const bounds = value === undefined ? undefined : known.bounds(parameter);
    if (value === undefined || !bounds) continue;
    const nearest = Math.min(bounds.most ?? Infinity, Math.max(bounds.least ?? -Infinity, value));
    if (nearest === value) continue;
    settings[parameter] = nearest;
    changed.push({ parameter, value: nearest, reason: bounds.reason });
  }
  const { efforts } = known;
  const effort = settings.reasoningEffort;
  if (effort === undefined || !efforts || efforts.allowed.includes(effort)) return;
  settings.reasoningEffort = nearestEffort(effort, efforts.allowed);
  changed.push({ parameter: 'reasoningEffort', value: settings.reasoningEffort, reason: efforts.reason });
}

function withoutDropped(
  body: Readonly<Record<string, unknown>> | undefined,
  known: KnownLimits,
  dropped: DroppedSetting[],
): Readonly<Record<string, unknown>> | undefined {
  if (!body) return undefined;
  const kept = Object.entries(body).filter(([name]) => {
    const reason = known.dropped(`body.${name}`);
    if (reason !== undefined) dropped.push({ parameter: `body.${name}`, reason });
    return reason === undefined;
  });
  return Object.fromEntries(kept);
}

type Settings = { -readonly [Name in SettingName]?: NonNullable<RequestPlan[Name]> };

function settleSettings(
  request: GenerateRequest,
  capabilities: ModelCapabilities,
  wire: PlanningWire,
  {
    drop,
    change,
  }: {
    readonly drop: (parameter: SettingName, reason: string) => void;
    readonly change: (parameter: SettingName, value: string, reason: string) => void;
  },
): Settings {
  const { temperature, topP, seed, reasoningEffort, maxOutputTokens } = request.sampling ?? {};
  const settings: Settings = {};
  const limit = maxOutputTokens ?? (wire.needsMaxTokens ? capabilities.defaultMaxOutputTokens : undefined);
  if (limit !== undefined) settings.maxOutputTokens = limit;
  if (reasoningEffort !== undefined) {
    const { reasoning } = capabilities;
    if (reasoning.kind === 'budget' && (maxOutputTokens ?? capabilities.defaultMaxOutputTokens) <= LEAST_BUDGET_TOKENS) {
      if (reasoningEffort !== 'none')
        drop('reasoningEffort', `the model reasons only in replies of more than ${LEAST_BUDGET_TOKENS} tokens`);
    } else if (reasoning.kind !== 'none') {
      const nearest = nearestEffort(reasoningEffort, reasoning.efforts);
      settings.reasoningEffort = nearest;
      if (nearest !== reasoningEffort) change('reasoningEffort', nearest, `the model takes ${reasoning.efforts.join(', ')}`);
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

function settleFormat(request: GenerateRequest, known: KnownLimits, wire: PlanningWire): ReplyFormat | undefined {
  const { schema, label, shape } = request;
  if (!schema) return undefined;
  const rung = known.rungFor(schema);
  if (rung === 'prompt') return { rung };
  const jsonSchema = toJsonSchema(schema);
  if (rung === 'json-schema' && shape !== 'in-words') {
    const native = wire.nativeSchema(jsonSchema, known.strictFor(schema));
    if (native) return { rung, name: schemaName(label?.name), ...native };
  }
  // JSON mode promises an object, so that nothing else may be asked for on it.
  return wire.rungs.includes('json-object') && known.takesJsonObject && isObjectSchema(jsonSchema)
    ? { rung: 'json-object' }
    : { rung: 'prompt' };
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
