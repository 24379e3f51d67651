import { parseEnv } from 'node:util';
import { readIfThere } from './read-client-config.js';

// Node 20 takes a comment in the last line for a variable.
const NAME = /^[A-Za-z_]\w*$/;

export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of a `.env` file under those already set, which win. Nothing is changed; a missing file adds nothing. */
export function withEnvFile(env: Environment, path: string): Environment {
  const text = readIfThere(path);
  return text === undefined ? env : withEnvText(env, text);
}

/** The same with the file's text: `NAME=value` lines, quotes and comments as `process.loadEnvFile` reads them. */
export function withEnvText(env: Environment, text: string): Environment {
  const added = Object.entries(parseEnv(text)).filter(([name]) => NAME.test(name) && env[name] === undefined);
  return { ...env, ...Object.fromEntries(added) };
}
