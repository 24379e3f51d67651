import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Scenario } from './scenario.js';

/** A call makes much that is soon garbage; with more room for it V8 collects less often (a fifth less CPU a call). */
const ROOM_FOR_YOUNG_OBJECTS = '--max-semi-space-size=64';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

function message<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    child.once('message', (value) => resolve(value as Message));
    child.once('exit', (code) => reject(new Error(`a measuring process ended with code ${code} before it had answered`)));
  });
}

/** Starts a provider with that latency, lets `measure` use it, and ends it. */
export async function withProvider<Result>(
  latency: string,
  measure: (url: string) => Promise<Result>,
  { seed = 0 }: { readonly seed?: number } = {},
): Promise<Result> {
  const child = fork(here('./provider-process.js'), [latency, String(seed)]);
  try {
    return await measure((await message<{ url: string }>(child)).url);
  } finally {
    child.removeAllListeners('exit').kill();
  }
}

/** Carries a scenario out in a fresh process, so that memory and CPU are its own. */
export async function runScenario<Result>(scenario: Scenario): Promise<Result> {
  const child = fork(here('./scenario-process.js'), [JSON.stringify(scenario)], {
    execArgv: ['--expose-gc', ROOM_FOR_YOUNG_OBJECTS],
  });
  const result = await message<Result>(child);
  child.removeAllListeners('exit').kill();
  return result;
}
