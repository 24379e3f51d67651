import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
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

/** Reads `entente.config.yaml`, `.yml` or `.json` in `folder`, or returns undefined if there is none of them. @throws SettingError */
export function findClientConfig(folder: string): { readonly path: string; readonly config: ClientConfig } | undefined {
  for (const name of FILE_NAMES) {
    const path = join(folder, name);
    const text = readIfThere(path);
    if (text !== undefined) return { path, config: parseClientConfig(text, path) };
  }
  return undefined;
}

/** Returns the text of a file, or undefined if there is none. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new SettingError(path, `${path} cannot be read`, { cause });
  }
}

// Node 20 reads a comment in the last line as a variable.
const NAME = /^[A-Za-z_]\w*$/;

/** Variables of an environment, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the environment with the variables of a `.env` file added; those already set win, and a missing file adds nothing. */
export function withEnvFile(env: Environment, path: string): Environment {
  const text = readIfThere(path);
  return text === undefined ? env : withEnvText(env, text);
}

/** Adds the variables of the text of a `.env` file: `NAME=value` lines, quotes and comments as `process.loadEnvFile` reads them. */
export function withEnvText(env: Environment, text: string): Environment {
  const added = Object.entries(parseEnv(text)).filter(([name]) => NAME.test(name) && env[name] === undefined);
  return { ...env, ...Object.fromEntries(added) };
}
