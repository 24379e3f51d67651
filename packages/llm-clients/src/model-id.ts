import { ApiKey, isSendableKey } from './api-key.js';
import { type BaseUrlPlace, parseBaseUrl } from './base-url.js';
import { nearestName } from './config/nearest-name.js';
import { SettingError } from './errors/llm-client-error.js';
import { PRESET_NAMES, type PresetName, PROVIDER_PRESETS } from './providers/presets.js';
import { looksLikeKey, withoutKeyShapes } from './providers/scrub-secrets.js';

/** Names that count as a prefix of a model id. Anything else before a colon belongs to the model's own name. */
export const PROVIDER_NAMES: readonly ProviderName[] = [...PRESET_NAMES, 'offline'];
export type ProviderName = PresetName | 'offline';

/** Which model is meant, and where it is served. Part of a run's identity, so the key is never in it. */
export interface ModelId {
  readonly provider: ProviderName;
  readonly model: string;
  /** Without a trailing slash; absent where the provider's own is meant. */
  readonly baseUrl?: string | undefined;
}

export interface ParsedModelId {
  readonly id: ModelId;
  readonly apiKey?: ApiKey | undefined;
  /** Whether the id named its provider. Otherwise the provider was inferred from the model's name or URL, or is the default one. */
  readonly named: boolean;
}

export interface ParseModelIdOptions {
  /** The provider of ids that neither name one nor have a name that tells. @default none: such an id is an error */
  readonly defaultProvider?: ProviderName | undefined;
}

/**
 * Reads `[provider:]model[@base_url][#api_key]`. Only a known provider is a prefix, so `llama3.1:8b` and
 * `meta-llama/x:free` are models; `offline` alone is the offline model.
 * @throws SettingError naming what to write instead; never with the key
 */
export function parseModelId(text: string, options: ParseModelIdOptions = {}): ParsedModelId {
  const hash = text.indexOf('#');
  const key = hash < 0 ? '' : text.slice(hash + 1).trim();
  const withoutKey = (hash < 0 ? text : text.slice(0, hash)).trim();
  if (!isSendableKey(key) || key.includes(','))
    throw new SettingError(
      'model',
      `The key behind ${quote(withoutKey)}# holds a space, a comma or a sign that no key has; write one model and its key, ${withoutKey}#key`,
    );
  const at = withoutKey.search(/@https?:\/\//i);
  const name = at < 0 ? withoutKey : withoutKey.slice(0, at);
  // Half a URL is part of a name here, and would go on record with it.
  if (looksLikeKey(name))
    throw new SettingError(
      'model',
      `The model id ${quote(name)} has what looks like a key in the place of the model; write the key after a # at the end, provider:model#key`,
    );
  const baseUrl = at < 0 ? undefined : parseBaseUrl(withoutKey.slice(at + 1), placeOf(name));

  const { provider, model, named } = splitProvider(name, baseUrl, options.defaultProvider);
  if (model === '')
    throw new SettingError('model', `The model id ${quote(withoutKey)} names no model; write e.g. ${example(provider)}`);
  if (/\s/.test(model))
    throw new SettingError('model', `The model id ${quote(withoutKey)} has a space in it; write e.g. ${example(provider)}`);
  return {
    id: { provider, model, baseUrl },
    named,
    apiKey: key !== '' ? new ApiKey(key) : undefined,
  };
}

/** `provider:model[@base_url]`, which reads back as the same id; never with a key. */
export function formatModelId({ provider, model, baseUrl }: ModelId): string {
  return `${provider}:${model}${baseUrl === undefined ? '' : `@${baseUrl}`}`;
}

export function isProviderName(name: string): name is ProviderName {
  return (PROVIDER_NAMES as readonly string[]).includes(name);
}

// Only names that no other provider serves under; everything else has to be said.
const TELLING_NAMES: readonly (readonly [RegExp, ProviderName])[] = [
  [/^(?:gpt-\d|chatgpt-|o[1-9](?:-|$)|text-embedding-(?:3|ada)-)/, 'openai'],
  [/^claude-/, 'anthropic'],
  [/^gemini-/, 'gemini'],
  [/^deepseek-(?:chat|reasoner)$/, 'deepseek'],
  [/^grok-\d/, 'xai'],
];

function splitProvider(
  name: string,
  baseUrl: string | undefined,
  defaultProvider: ProviderName | undefined,
): { readonly provider: ProviderName; readonly model: string; readonly named: boolean } {
  if (name === 'offline') return { provider: 'offline', model: 'offline', named: true };
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  if (isProviderName(prefix)) return { provider: prefix, model: name.slice(colon + 1), named: true };
  if (isProviderName(name)) return { provider: name, model: '', named: true };

  const inferred = (baseUrl !== undefined && providerAt(baseUrl)) || TELLING_NAMES.find(([pattern]) => pattern.test(name))?.[1];
  // A base URL alone is enough: everything served elsewhere speaks the wire of chat completions.
  const provider = inferred ?? defaultProvider ?? (baseUrl === undefined ? undefined : 'openai');
  if (provider !== undefined) return { provider, model: name, named: false };

  const near = prefix === '' ? nearestName(name, ['offline']) : nearestName(prefix, PROVIDER_NAMES);
  const hint = near === undefined ? '' : `Did you mean ${prefix === '' ? near : `${near}:${name.slice(colon + 1)}`}? `;
  throw new SettingError(
    'model',
    `The model id ${quote(name)} does not say who serves it. ${withoutKeyShapes(hint)}Write provider:model, where provider is one of ${PROVIDER_NAMES.join(', ')}`,
  );
}

function providerAt(baseUrl: string): ProviderName | undefined {
  return PRESET_NAMES.find((name) => PROVIDER_PRESETS[name].baseUrl === baseUrl);
}

function placeOf(name: string): BaseUrlPlace {
  return {
    setting: 'model',
    called: `The base URL after ${quote(name)}`,
    keyPlace: 'write the key after a # at the end',
    example: `${name}@http://127.0.0.1:8000/v1`,
  };
}

function example(provider: ProviderName): string {
  const models: Partial<Record<ProviderName, string>> = {
    anthropic: 'claude-sonnet-4-5',
    offline: 'offline',
    ollama: 'llama3.1:8b',
  };
  return `${provider}:${models[provider] ?? (provider.startsWith('openai') ? 'gpt-4o-mini' : 'the-model')}`;
}

function quote(text: string): string {
  return `"${withoutKeyShapes(text)}"`;
}
