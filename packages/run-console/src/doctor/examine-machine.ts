import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findClientConfig } from '@entente/llm-clients';
import type { ConsoleIo } from '../cli/console-io.js';
import { explainError } from '../cli/explain-error.js';
import { assertWritable, runsFolder } from '../session/runs-folder.js';
import type { Finding } from './finding.js';

const LEAST_NODE = [20, 19] as const;

/** The Node version, the folder for runs, the config file and `.env`. */
export async function examineMachine(io: ConsoleIo, runsDir: string): Promise<readonly Finding[]> {
  return [nodeVersion(process.versions.node), await folder(io, runsDir), configFile(io), envFile(io)];
}

/** @param version as in `process.versions.node` */
export function nodeVersion(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isEnough = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  const finding = { subject: 'this machine', check: 'Node', detail: version } as const;
  return isEnough
    ? { ...finding, result: 'ok' }
    : { ...finding, result: 'failed', remedy: `install Node ${LEAST_NODE.join('.')} or newer from https://nodejs.org` };
}

async function folder(io: ConsoleIo, runsDir: string): Promise<Finding> {
  const finding = { subject: 'this machine', check: 'runs folder' } as const;
  try {
    await assertWritable(runsFolder(io.cwd, runsDir));
    return { ...finding, result: 'ok', detail: `${runsDir} is writable` };
  } catch (error) {
    return { ...finding, result: 'failed', detail: explainError(error), remedy: 'choose another folder with --runs-dir' };
  }
}

function configFile(io: ConsoleIo): Finding {
  const finding = { subject: 'this machine', check: 'config file' } as const;
  try {
    const found = findClientConfig(io.cwd);
    return {
      ...finding,
      result: found ? 'ok' : 'note',
      detail: found?.path ?? 'none here (entente.config.yaml); none is needed',
    };
  } catch (error) {
    return { ...finding, result: 'failed', detail: explainError(error), remedy: 'mend the file' };
  }
}

function envFile(io: ConsoleIo): Finding {
  const found = existsSync(join(io.cwd, '.env'));
  return {
    subject: 'this machine',
    check: '.env',
    result: found ? 'ok' : 'note',
    detail: found ? 'read' : 'none here; keys may stand in the environment',
  };
}
