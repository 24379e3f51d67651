import { type LanguageModel, modelCallUnstructured } from '@entente/llm-clients';
import type { Scope } from '@entente/simulation-core';
import type { Narrator } from '../game-table.js';
import { summarizePhasePrompt } from '../prompts/summarize-phase.js';
import type { PhaseRecord } from '../state/index.js';

/** A language model that tells phases to spectators. It sees what nobody at the table does, and nobody at the table sees what it says. */
export class PhaseNarrator implements Narrator {
  readonly #model: LanguageModel;

  constructor(options: { readonly model: LanguageModel }) {
    this.#model = options.model;
  }

  async summarizePhase(scope: Scope, record: PhaseRecord): Promise<string> {
    return modelCallUnstructured(scope.recorded(this.#model), summarizePhasePrompt.with({ record }));
  }
}
