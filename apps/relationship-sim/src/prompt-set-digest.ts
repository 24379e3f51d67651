import { agentPromptSamples } from '@entente/relationship-agent';
import { directorPromptSamples } from '@entente/scene-master';
import { promptCallsDigest } from '@entente/simulation-core';

/** A digest of every prompt's words and reply shape, rendered for a couple that does not exist. */
export function promptSetDigest(): string {
  return promptCallsDigest([...agentPromptSamples(), ...directorPromptSamples()]);
}
