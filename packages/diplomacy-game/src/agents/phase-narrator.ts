import { type LanguageModel, modelCallUnstructured } from '@entente/llm-clients';
import type { Scope } from '@entente/simulation-core';
import { summarizePhasePrompt } from '../prompts/summarize-phase.js';
import type { PhaseRecord } from '../state/index.js';

/** Tells spectators what happened. */
export interface Narrator {
  /**  @throws ReplyError if the model gives nothing usable */
  summarizePhase(scope: Scope, record: PhaseRecord): Promise<string>;
}

/** A language model that tells phases to spectators. It sees more than any player, and no player sees its texts. */
export class PhaseNarrator implements Narrator {
  readonly #model: LanguageModel;

  constructor(options: { readonly model: LanguageModel }) {
    this.#model = options.model;
  }

  async summarizePhase(scope: Scope, record: PhaseRecord): Promise<string> {
    return modelCallUnstructured(scope.recorded(this.#model), summarizePhasePrompt.with({ record }));
  }
}
