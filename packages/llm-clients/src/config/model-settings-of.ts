import { formatModelId, type ModelId } from '../model-id.js';
import type { ClientConfig, ModelSettings } from './client-config.js';

/**
 * The settings of one model: by its id as the user wrote it (without a key), by `provider:model@url`, by `provider:model`,
 * or by the model alone. The most particular entry wins; entries are not merged.
 */
export function modelSettingsOf({ models }: ClientConfig, id: ModelId, written = ''): ModelSettings | undefined {
  const withoutKey = written.replace(/#.*$/s, '');
  return models?.[withoutKey] ?? models?.[formatModelId(id)] ?? models?.[`${id.provider}:${id.model}`] ?? models?.[id.model];
}
