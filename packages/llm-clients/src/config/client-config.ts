import { z } from 'zod';
import { REASONING_EFFORTS, STRUCTURED_RUNGS } from '../language-model.js';
import { formatModelId, type ModelId } from '../model-id.js';
import { SYSTEM_ROLES } from '../providers/lesson.js';
import { PRESET_NAMES } from '../providers/presets.js';

const positive = z.number().positive();
const milliseconds = z.number().int().positive();

const samplingSchema = z.strictObject({
  temperature: z.number().min(0).max(2).optional(),
  topP: z.number().min(0).max(1).optional(),
  seed: z.number().int().optional(),
  reasoningEffort: z.enum(REASONING_EFFORTS).optional(),
  maxOutputTokens: z.number().int().positive().optional(),
});

const headerValue = z.string().regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'a header holds one line, of signs that HTTP can send');

const modelSchema = z.strictObject({
  sampling: samplingSchema.optional(),
  providerOptions: z
    .strictObject({ body: z.record(z.string(), z.unknown()).optional(), headers: z.record(z.string(), headerValue).optional() })
    .optional(),
  timeoutMs: milliseconds.optional(),
  deadlineMs: milliseconds.optional(),
  /** The rung that replies of a given shape are asked for on, instead of the strongest one the model is believed to take. */
  rung: z.enum(STRUCTURED_RUNGS).optional(),
  /** How instructions travel: in a role of that name, or at the head of the user's turn. */
  systemRole: z.enum(SYSTEM_ROLES).optional(),
  /** The context in tokens: a longer prompt is refused before it is sent. */
  contextTokens: z.number().int().positive().optional(),
  /** Goes on where the server reads only a part of a prompt. */
  allowCutPrompts: z.boolean().optional(),
});

/** Settings of a model that mean something only where there is a server. */
export const SERVER_SETTINGS = ['rung', 'systemRole', 'contextTokens', 'allowCutPrompts'] as const;

/** Limits of one provider: per minute, connections, hedging (off by default), attempts per call, and bytes of a reply. */
const limitsSchema = z.strictObject({
  requestsPerMinute: positive.optional(),
  tokensPerMinute: positive.optional(),
  maxConnections: z.number().int().positive().optional(),
  hedge: z.boolean().optional(),
  maxAttempts: z.number().int().positive().optional(),
  maxReplyBytes: z.number().int().positive().optional(),
});

const dollars = z.number().min(0);
const priceSchema = z.strictObject({
  input: dollars,
  output: dollars.optional(),
  cacheRead: dollars.optional(),
  cacheWrite: dollars.optional(),
});

/** The shape of `entente.config.yaml`; an unknown field is an error. */
export const clientConfigSchema = z.strictObject({
  model: z.string().min(1).optional(),
  provider: z.enum([...PRESET_NAMES, 'offline']).optional(),
  models: z.record(z.string(), modelSchema).optional(),
  limits: z.partialRecord(z.enum(PRESET_NAMES), limitsSchema).optional(),
  prices: z.record(z.string(), priceSchema).optional(),
});

type Infer<Schema extends z.ZodType> = z.infer<Schema>;
/** Laid under what a request asks for itself. */
export type ModelSettings = Readonly<Infer<typeof modelSchema>>;
/** Dollars per million tokens. A missing `output` costs nothing (embeddings), other missing prices equal `input`. */
export type PriceSettings = Readonly<Infer<typeof priceSchema>>;

/**
 * Contents of the config file: the default `model`, the `provider` of ids that name none, settings by model id (`models`), limits
 * by provider (`limits`), and prices in dollars per million tokens by `provider:model` (`prices`).
 */
export type ClientConfig = Readonly<Infer<typeof clientConfigSchema>>;

/**
 * Finds the settings of a model: by its id as the user wrote it (without a key), by `provider:model@url`, by `provider:model`, or
 * by the model alone. The most specific entry wins; entries are not merged.
 */
export function modelSettingsOf({ models }: ClientConfig, id: ModelId, written = ''): ModelSettings | undefined {
  const withoutKey = written.replace(/#.*$/s, '');
  return models?.[withoutKey] ?? models?.[formatModelId(id)] ?? models?.[`${id.provider}:${id.model}`] ?? models?.[id.model];
}
