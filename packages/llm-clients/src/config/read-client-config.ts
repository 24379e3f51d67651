import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingError } from '../errors/llm-client-error.js';
import type { ClientConfig } from './client-config.js';
import { parseClientConfig } from './parse-client-config.js';

const FILE_NAMES = ['entente.config.yaml', 'entente.config.yml', 'entente.config.json'] as const;

/**
 * Reads the config file at `path`.
 * @throws SettingError when it cannot be read or has an unknown field
 */
export function readClientConfig(path: string): ClientConfig {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new SettingError(path, `The config file ${path} cannot be read; create it, or leave the option out`, { cause });
  }
  return parseClientConfig(text, path);
}

/** Reads `entente.config.yaml`, `.yml` or `.json` in `folder`, or undefined where none of them is there. @throws SettingError */
export function findClientConfig(folder: string): { readonly path: string; readonly config: ClientConfig } | undefined {
  for (const name of FILE_NAMES) {
    const path = join(folder, name);
    const text = readIfThere(path);
    if (text !== undefined) return { path, config: parseClientConfig(text, path) };
  }
  return undefined;
}

/** The text of a file, or undefined where there is none. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new SettingError(path, `${path} cannot be read`, { cause });
  }
}
