import { parsePhase, type Power, POWERS } from '@entente/diplomacy-rules';
import { messageText, type PromptCall } from '@entente/llm-clients';
import { describe, expect, it } from 'vitest';
import { arbitraryGame } from '../../test/arbitrary-facts.js';
import { applyGameFact, blankAgent, type GameState, initialGameState, observe } from '../state/index.js';
import { consolidateDiaryPrompt } from './consolidate-diary.js';
import { OBSERVATION_PLACEHOLDERS } from './folder/observation-values.js';
import { DIARY_PLACEHOLDERS, PLAYED_PHASE_PLACEHOLDERS } from './folder/played-phase-values.js';
import { readPromptFolder } from './folder/read-prompt-folder.js';
import { initializeAgentPrompt } from './initialize-agent.js';
import { makePlanPrompt } from './make-plan.js';
import { negotiationDiaryPrompt } from './negotiation-diary.js';
import { phaseDiaryPrompt } from './phase-diary.js';
import type { PromptSet } from './prompt-set.js';
import { PROMPT_SETS } from './sets/prompt-sets.js';
import { updateStatePrompt } from './update-state.js';
import { writeMessagesPrompt } from './write-messages.js';
import { writeOrdersPrompt } from './write-orders.js';

import fc from 'fast-check';

const allOf = (placeholders: readonly string[]) => placeholders.map((name) => `{${name}}`).join('\n');

/** Prompt folder with every placeholder. */
const everything = readPromptFolder(
  {
    'context_prompt.txt': allOf(OBSERVATION_PLACEHOLDERS),
    'initial_state_prompt.txt': allOf(OBSERVATION_PLACEHOLDERS),
    'negotiation_diary_prompt.txt': allOf(OBSERVATION_PLACEHOLDERS),
    'phase_result_diary_prompt.txt': allOf(PLAYED_PHASE_PLACEHOLDERS),
    'state_update_prompt.txt': allOf(PLAYED_PHASE_PLACEHOLDERS),
    'diary_consolidation_prompt.txt': allOf(DIARY_PLACEHOLDERS),
  },
  PROMPT_SETS.simple,
);

/** Renders every prompt for a power in a state, as text. */
function promptsOf(state: GameState, power: Power, prompts: PromptSet): readonly string[] {
  const observation = observe(state, power);
  const { self, history, position, maxYear } = observation;
  const request = { observation, prompts };
  const record = history.findLast(({ phase }) => parsePhase(phase)?.type === 'M');
  const played = record && { power, record, position, self, maxYear };
  const calls: readonly PromptCall<unknown>[] = [
    initializeAgentPrompt.with(request),
    writeMessagesPrompt.with(request),
    makePlanPrompt.with(request),
    negotiationDiaryPrompt.with(request),
    writeOrdersPrompt.with(request),
    consolidateDiaryPrompt.with({
      prompts,
      diary: { power, throughYear: 1901, consolidated: self.consolidated, entries: self.diary },
    }),
    ...(played ? [phaseDiaryPrompt.with({ played, prompts }), updateStatePrompt.with({ played, prompts, diary: 'Well.' })] : []),
  ];
  return calls.map(({ messages }) => messages.map(messageText).join('\n'));
}

const secrets = /<([A-Z,]+)#\d+>/g;

describe('no prompt of a power', () => {
  it.each([
    ['the default set', PROMPT_SETS.default],
    ['the simple set', PROMPT_SETS.simple],
    ['a folder with every placeholder', everything],
  ])('tells it what only others know, with %s', (_, prompts) => {
    let told = 0;
    fc.assert(
      fc.property(arbitraryGame, (facts) => {
        const state = facts.reduce(applyGameFact, initialGameState);
        for (const power of POWERS) {
          for (const text of promptsOf(state, power, prompts)) {
            for (const [secret, readers = ''] of text.matchAll(secrets)) {
              told += 1;
              expect(readers.split(','), `${power} is told ${secret}`).toContain(power);
            }
          }
        }
      }),
      { numRuns: 25 },
    );
    expect(told).toBeGreaterThan(100);
  });
});

describe('a power', () => {
  it('is told its own goals, plan, diary and note in the phase they are from', () => {
    const self = {
      ...blankAgent,
      goals: ['<goal>'],
      plan: '<plan>',
      diary: [{ phase: 'S1901M', kind: 'negotiation', text: '<diary>' } as const],
      journal: [{ phase: 'S1901M', text: '<note>' }],
    };
    const state: GameState = { ...initialGameState, agents: { ...initialGameState.agents, FRANCE: self } };
    const text = writeOrdersPrompt
      .with({ observation: observe(state, 'FRANCE'), prompts: PROMPT_SETS.default })
      .messages.map(messageText)
      .join('\n');
    for (const own of ['<goal>', '<plan>', '<diary>', '<note>']) expect(text.split(own), own).toHaveLength(2);
  });
});
