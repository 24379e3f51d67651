import type { SceneMaterial } from '@entente/relationship';
import { AGENT_WORDS, agentPromptSamples } from '@entente/relationship-agent';
import { DIRECTOR_WORDS, directorPromptSamples } from '@entente/scene-master';
import { canonicalJson, digest, promptCallsDigest } from '@entente/simulation-core';
import type { OwnWords } from './prompts/own-words.js';
import { materialWith } from './run-material.js';

/** A digest of every prompt's words and reply shape, rendered for a couple that does not exist. */
export const promptSetDigest = rememberLast((words?: OwnWords): string =>
  promptCallsDigest([
    ...agentPromptSamples({ ...AGENT_WORDS, ...words?.agent }),
    ...directorPromptSamples({ ...DIRECTOR_WORDS, ...words?.director }),
  ]),
);

/** A digest of all scenarios and arcs that a run can draw from. */
export const materialDigest = rememberLast((own?: SceneMaterial, pool?: readonly string[]): string => {
  const { scenarios, arcs } = materialWith(own, pool);
  return digest(canonicalJson([scenarios, arcs]));
});

/** Returns a function that computes again only when an argument differs from those of the last call. */
function rememberLast<Args extends readonly unknown[], Result>(compute: (...args: Args) => Result): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | undefined;
  return (...args) => {
    const isSame = last?.args.length === args.length && args.every((arg, index) => arg === last?.args[index]);
    if (!last || !isSame) last = { args, result: compute(...args) };
    return last.result;
  };
}
