import { initialGameState } from '@entente/diplomacy-game/state';
import { startingPosition } from '@entente/diplomacy-rules';
import { messageText } from '@entente/llm-clients';
import { digest, schemaHash } from '@entente/simulation-core';
import { canonicalJson } from '@entente/simulation-core/journal';
import { initialAnalysis } from '../../analysis/analysis-state.js';
import type { PhaseMaterial } from '../../analysis/material/phase-material.js';
import type { CheckedPromise } from '../../analysis/promises/press-promise.js';
import { extractPromisesPrompt } from './extract-promises.js';
import { judgePhasePrompt } from './judge-phase.js';
import { tellTheGamePrompt } from './tell-the-game.js';

/** Returns a digest of the words and reply shape of every prompt, rendered for an invented phase. */
export function analysisPromptsDigest(): string {
  const calls = [
    extractPromisesPrompt.with({ material }),
    judgePhasePrompt.with({ material, promises: [promise] }),
    tellTheGamePrompt.with({ game: { state: initialGameState, phases: [material] }, analysis: initialAnalysis }),
  ];
  return digest(
    canonicalJson(
      calls.map(({ label, messages, schema }) => [
        label.name,
        label.version,
        messages.map((message) => [message.role, messageText(message)]),
        schema ? schemaHash(schema) : null,
      ]),
    ),
  );
}

const material: PhaseMaterial = {
  phase: 'S1901M',
  position: startingPosition(),
  rulebook: 'python-compatible',
  press: [{ phase: 'S1901M', round: 1, sender: 'FRANCE', recipient: 'ENGLAND', text: 'TEXT' }],
  orders: [{ power: 'FRANCE', order: { kind: 'hold', unit: 'A PAR' }, text: 'A PAR H', explanation: 'EXPLANATION' }],
  aftermath: ['AFTERMATH'],
  diaries: [{ power: 'FRANCE', phase: 'S1901M', kind: 'negotiation', text: 'TEXT' }],
};

const promise: CheckedPromise = {
  phase: 'S1901M',
  promiser: 'FRANCE',
  promisee: 'ENGLAND',
  kind: 'other',
  text: 'TEXT',
  quote: 'QUOTE',
  orders: [],
  provinces: [],
  spares: null,
  due: 'S1901M',
  condition: 'CONDITION',
  verdict: 'undetermined',
  judgedIn: 'S1901M',
  explanation: 'EXPLANATION',
  actual: [],
};
