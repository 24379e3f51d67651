import { ApiKey } from './api-key.js';
import { isLoopback, parseBaseUrl } from './base-url.js';
import { SettingError } from './errors/llm-client-error.js';
import type { ParsedModelId } from './model-id.js';
import { type PresetName, PROVIDER_PRESETS, type ProviderPreset } from './providers/presets.js';

/** Address and account of calls. */
export interface Endpoint {
  readonly baseUrl: string;
  readonly apiKey?: ApiKey | undefined;
}

/**
 * Finds a model's base URL (from the id, otherwise the provider's variable, otherwise the provider's own) and key (from the id,
 * otherwise the provider's variable). A key from the environment never goes to a URL on this machine that an id names, nor to one
 * whose id does not name the provider the key belongs to.
 * @throws SettingError naming the missing variable, and how to set it
 */
export function endpointOf(
  { id, apiKey, named }: ParsedModelId,
  provider: PresetName,
  env: Readonly<Record<string, string | undefined>>,
): Endpoint {
  const preset: ProviderPreset = PROVIDER_PRESETS[provider];
  const redirected = redirectedUrl(preset, env);
  const baseUrl = withoutVersion(id.baseUrl ?? redirected ?? preset.baseUrl, preset);
  if (apiKey) return { baseUrl, apiKey: sendable(apiKey, `The key for ${preset.title}, in the model id,`) };

  const isUsual = id.baseUrl === undefined || id.baseUrl === preset.baseUrl || id.baseUrl === redirected;
  const mayUseVariable = isUsual || (named && !isLoopback(baseUrl));
  const found = mayUseVariable || !preset.needsKey ? keyFrom(preset, env) : undefined;
  if (found) return { baseUrl, apiKey: found };
  if (!preset.needsKey || isLoopback(baseUrl)) return { baseUrl };

  const [variable = ''] = preset.keyVariables;
  if (!mayUseVariable) {
    throw new SettingError(
      'model',
      `The model id sends calls to ${baseUrl}; write the key for it after a # at the end, or name the provider`,
    );
  }
  throw new SettingError(
    variable,
    `${preset.title} needs a key: set ${preset.keyVariables.join(' or ')} in the environment or in a .env file (export ${variable}=...), or write it after a # at the end of the model id. Without a key, --model offline works`,
  );
}

/** @throws SettingError naming the variable, with nothing of its value */
function redirectedUrl(
  { baseUrlVariable, keyVariables, baseUrl }: ProviderPreset,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const value = baseUrlVariable && presentValue(env[baseUrlVariable]);
  if (baseUrlVariable === undefined || value === undefined) return undefined;
  return parseBaseUrl(value, {
    setting: baseUrlVariable,
    called: `The base URL in ${baseUrlVariable}`,
    keyPlace: `set the key in ${keyVariables.join(' or ')}`,
    example: `${baseUrlVariable}=${baseUrl}`,
  });
}

/** OpenAI's clients take a base URL with `/v1`, Anthropic's one without: either is understood for Anthropic. */
function withoutVersion(baseUrl: string, { wire }: ProviderPreset): string {
  return wire === 'anthropic' ? baseUrl.replace(/\/v1$/, '') : baseUrl;
}

function keyFrom({ title, keyVariables }: ProviderPreset, env: Readonly<Record<string, string | undefined>>): ApiKey | undefined {
  for (const variable of keyVariables) {
    const value = presentValue(env[variable]);
    if (value !== undefined) return sendable(new ApiKey(value), `The key for ${title}, in ${variable},`);
  }
  return undefined;
}

/**
 * Finds a character that no header can hold: anything but visible characters of one byte and blanks, such as typographic quotes,
 * zero-width characters and line ends.
 */
const UNSENDABLE = /[^\t\x20-\x7e\x80-\xff]/u;

/** Returns the key unchanged. @throws SettingError if no header can hold it: the request could never be sent */
function sendable(key: ApiKey, subject: string): ApiKey {
  const found = UNSENDABLE.exec(key.reveal());
  if (!found) return key;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new SettingError(
    'key',
    `${subject} holds a character that cannot be sent (number ${found.index + 1}, U+${code}): copy the key again, as plain text`,
  );
}

function presentValue(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === undefined || trimmed === '' ? undefined : trimmed;
}
