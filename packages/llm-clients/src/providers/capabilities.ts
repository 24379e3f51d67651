import type { ReasoningEffort, StructuredRung } from '../language-model.js';
import { type PresetName, PROVIDER_PRESETS, type ProviderPreset } from './presets.js';
import { withoutUndefined } from '../without-undefined.js';

/** When a sampling parameter is taken; `without-reasoning`: only in calls in which the model does not reason. */
export type Taken = 'always' | 'without-reasoning' | 'never';

/** How a model is told how much to reason. */
export type ReasoningStyle =
  | { readonly kind: 'none' }
  /** `reasoning_effort`, or `reasoning.effort`, one of `efforts`. */
  | { readonly kind: 'effort'; readonly efforts: readonly ReasoningEffort[] }
  /** Anthropic: `thinking: adaptive` with `output_config.effort`. */
  | { readonly kind: 'adaptive'; readonly efforts: readonly ReasoningEffort[] }
  /** Anthropic's older models: a number of tokens out of those of the reply. */
  | { readonly kind: 'budget'; readonly efforts: readonly ReasoningEffort[] };

/** Features that one model supports. Known from its name, or learnt from its refusals: see `LearnedLimits`. */
export interface ModelCapabilities {
  readonly temperature: Taken;
  readonly topP: Taken;
  /** False where a request may hold `temperature` or `topP`, not both. */
  readonly temperatureWithTopP: boolean;
  readonly seedField: ProviderPreset['seedField'];
  readonly reasoning: ReasoningStyle;
  /** Whether it reasons when no effort is asked for. */
  readonly reasonsByDefault: boolean;
  readonly maxTokensField: ProviderPreset['maxTokensField'];
  /** Maximum output tokens on a wire that requires a limit, when the caller gives none. */
  readonly defaultMaxOutputTokens: number;
  readonly structuredRung: StructuredRung;
  readonly systemRole: 'system' | 'developer' | 'user';
}

interface ModelPattern {
  readonly models: RegExp;
  readonly capabilities: Partial<ModelCapabilities>;
}

const LOW_TO_HIGH = ['low', 'medium', 'high'] as const;
const NO_SAMPLING = { temperature: 'never', topP: 'never' } as const;
const NOT_REASONING = { reasoning: { kind: 'none' }, reasonsByDefault: false } as const;

// First match wins. Sources: https://platform.openai.com/docs/guides/reasoning and the model pages it links to.
const OPENAI_MODELS: readonly ModelPattern[] = [
  {
    models: /^o1-(preview|mini)/,
    capabilities: {
      ...NO_SAMPLING,
      reasoning: { kind: 'none' },
      reasonsByDefault: true,
      structuredRung: 'prompt',
      systemRole: 'user',
    },
  },
  {
    models: /^o\d/,
    capabilities: { ...NO_SAMPLING, reasoning: { kind: 'effort', efforts: LOW_TO_HIGH }, reasonsByDefault: true },
  },
  { models: /^gpt-5[\d.]*-chat/, capabilities: NOT_REASONING },
  {
    models: /^gpt-5[\d.]*-pro/,
    capabilities: { ...NO_SAMPLING, reasoning: { kind: 'effort', efforts: ['high'] }, reasonsByDefault: true },
  },
  {
    models: /^gpt-5(-|$)/,
    capabilities: {
      ...NO_SAMPLING,
      reasoning: { kind: 'effort', efforts: ['minimal', ...LOW_TO_HIGH] },
      reasonsByDefault: true,
    },
  },
  {
    // From 5.1 to 5.4 reasoning is off unless asked for, and sampling is taken while it is off.
    models: /^gpt-5\.[1-4](-|$)/,
    capabilities: {
      temperature: 'without-reasoning',
      topP: 'without-reasoning',
      reasoning: { kind: 'effort', efforts: ['none', ...LOW_TO_HIGH] },
      reasonsByDefault: false,
    },
  },
  {
    models: /^(gpt-[5-9]|codex-)/,
    capabilities: {
      ...NO_SAMPLING,
      reasoning: { kind: 'effort', efforts: ['none', ...LOW_TO_HIGH] },
      reasonsByDefault: true,
    },
  },
  { models: /^(gpt-4-turbo|gpt-4-1106|gpt-4-0125|gpt-3\.5)/, capabilities: { ...NOT_REASONING, structuredRung: 'json-object' } },
  { models: /^gpt-4($|-0|-32k)/, capabilities: { ...NOT_REASONING, structuredRung: 'prompt' } },
  { models: /^(chatgpt-|gpt-4)/, capabilities: NOT_REASONING },
];

const ADAPTIVE = { kind: 'adaptive', efforts: ['none', ...LOW_TO_HIGH] } as const;
const BUDGET = { kind: 'budget', efforts: ['none', ...LOW_TO_HIGH] } as const;
const WHILE_NOT_REASONING = { temperature: 'without-reasoning', topP: 'without-reasoning' } as const;

// First match wins. Sources: https://platform.claude.com/docs/en/build-with-claude/thinking and .../structured-outputs.
const ANTHROPIC_MODELS: readonly ModelPattern[] = [
  {
    models: /^claude-(2|3-(opus|sonnet|haiku)|instant)/,
    capabilities: { ...NOT_REASONING, structuredRung: 'prompt', defaultMaxOutputTokens: 4_096 },
  },
  { models: /^claude-3-5/, capabilities: { ...NOT_REASONING, structuredRung: 'prompt', defaultMaxOutputTokens: 8_192 } },
  {
    models: /^claude-(3-7|(opus|sonnet)-4($|-0|-2\d{7}))/,
    capabilities: { ...WHILE_NOT_REASONING, reasoning: BUDGET, reasonsByDefault: false, structuredRung: 'prompt' },
  },
  {
    models: /^claude-(opus|sonnet|haiku)-4-[15]/,
    capabilities: { ...WHILE_NOT_REASONING, reasoning: BUDGET, reasonsByDefault: false },
  },
  { models: /^claude-(opus|sonnet)-4-6/, capabilities: { ...WHILE_NOT_REASONING, reasoning: ADAPTIVE, reasonsByDefault: false } },
  { models: /^claude-opus-4-/, capabilities: { ...NO_SAMPLING, reasoning: ADAPTIVE, reasonsByDefault: false } },
  {
    models: /^claude-(fable|mythos)/,
    capabilities: { ...NO_SAMPLING, reasoning: { kind: 'adaptive', efforts: LOW_TO_HIGH }, reasonsByDefault: true },
  },
  // Whatever is newer than this table is taken to be like the newest in it.
  { models: /^/, capabilities: { ...NO_SAMPLING, reasoning: ADAPTIVE, reasonsByDefault: true } },
];

const AGGREGATED: Readonly<Record<string, readonly ModelPattern[]>> = { openai: OPENAI_MODELS, anthropic: ANTHROPIC_MODELS };

export interface CapabilityOptions {
  /** Base URL of the server. @default the provider's own endpoint */
  readonly baseUrl?: string | undefined;
}

/** Returns the features of a model, as far as its name, its provider and its endpoint tell. */
export function capabilitiesOf(provider: PresetName, modelId: string, { baseUrl }: CapabilityOptions = {}): ModelCapabilities {
  const preset: ProviderPreset = PROVIDER_PRESETS[provider];
  const anthropic = preset.wire === 'anthropic';
  const fromPreset: ModelCapabilities = {
    temperature: 'always',
    topP: 'always',
    temperatureWithTopP: !anthropic,
    seedField: preset.seedField,
    reasoning: preset.reasoningEfforts.length > 0 ? { kind: 'effort', efforts: preset.reasoningEfforts } : { kind: 'none' },
    reasonsByDefault: false,
    maxTokensField: preset.maxTokensField,
    defaultMaxOutputTokens: 16_000,
    structuredRung: preset.structuredRung,
    systemRole: preset.systemRole,
  };
  const pattern = patternFor(provider, modelId);
  // Not OpenAI's model and not OpenAI's host: such servers know the older field, and may overlook the newer one without a word.
  const isForeign = provider === 'openai' && !pattern && baseUrl !== undefined && baseUrl !== preset.baseUrl;
  const maxTokensField = isForeign ? 'max_tokens' : fromPreset.maxTokensField;
  return { ...fromPreset, maxTokensField, ...pattern?.capabilities };
}

function patternFor(provider: PresetName, modelId: string): ModelPattern | undefined {
  const matching = (patterns: readonly ModelPattern[], name: string) => patterns.find((pattern) => pattern.models.test(name));
  if (provider === 'openai' || provider === 'openai-responses') return matching(OPENAI_MODELS, modelId);
  if (provider === 'anthropic') return matching(ANTHROPIC_MODELS, modelId);
  if (provider !== 'openrouter') return undefined;
  const [vendor = '', name = ''] = modelId.split('/');
  // OpenRouter writes versions with a dot (claude-sonnet-4.5) where Anthropic has a dash, and OpenAI a dot, too.
  const found = matching(AGGREGATED[vendor] ?? [], vendor === 'anthropic' ? name.replace(/(?<=\d)\.(?=\d)/g, '-') : name);
  // OpenRouter translates efforts, limits and roles itself; only what a model cannot take at all is left.
  return (
    found && {
      models: found.models,
      capabilities: pickSampling(found.capabilities),
    }
  );
}

function pickSampling({ temperature, topP }: Partial<ModelCapabilities>): Partial<ModelCapabilities> {
  return withoutUndefined({ temperature, topP });
}
