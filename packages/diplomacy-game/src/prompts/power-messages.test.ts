import { parsePhase, POWERS } from '@entente/diplomacy-rules';
import { type Message, messageText } from '@entente/llm-clients';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryGame } from '../../test/arbitrary-facts.js';
import { smallGame } from '../../test/small-game.js';
import { applyGameFact, type GameState, initialGameState, observe } from '../state/index.js';
import { SECTIONS } from './game-messages.js';
import { makePlanPrompt } from './make-plan.js';
import { negotiationDiaryPrompt } from './negotiation-diary.js';
import { PROMPT_SETS } from './sets/prompt-sets.js';
import { writeMessagesPrompt } from './write-messages.js';
import { writeOrdersPrompt } from './write-orders.js';

const textOf = (messages: readonly Message[]) => messages.map(messageText).join('\n\n');
const { FRANCE } = smallGame.agents;

function textsOf(state: GameState, power: (typeof POWERS)[number]): readonly string[] {
  const request = { observation: observe(state, power), prompts: PROMPT_SETS.default };
  return [makePlanPrompt, writeMessagesPrompt, negotiationDiaryPrompt, writeOrdersPrompt].map((prompt) =>
    textOf(prompt.with(request).messages),
  );
}

function commonStart([first = '', ...others]: readonly string[]): string {
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}

describe('prompts for messages, plans, negotiation diaries and orders of one power', () => {
  it('begin alike up to the standing of the power, in any game', () => {
    let compared = 0;
    fc.assert(
      fc.property(arbitraryGame, (facts) => {
        const state = facts.reduce(applyGameFact, initialGameState);
        if (parsePhase(state.position.phase)?.type !== 'M') return;
        for (const power of POWERS) {
          const [text = ''] = textsOf(state, power);
          const beginning = text.slice(0, text.indexOf(`\n\n${SECTIONS.standing}\n`));
          for (const other of textsOf(state, power)) expect(other.startsWith(beginning)).toBe(true);
          compared += 1;
        }
      }),
      { numRuns: 25 },
    );
    expect(compared).toBeGreaterThan(0);
  });

  it('stay the same up to the press of the phase while rounds are held, plans made and diaries written', () => {
    const begun: GameState = {
      ...smallGame,
      press: [],
      roundsHeld: 0,
      agents: { ...smallGame.agents, FRANCE: { ...FRANCE, plan: null, diary: FRANCE.diary.slice(0, 2) } },
    };
    const beginning = commonStart([...textsOf(begun, 'FRANCE'), ...textsOf(smallGame, 'FRANCE')]);

    expect(beginning).toContain(`\n\n${SECTIONS.legalOrders}\n`);
    const [orders = ''] = textsOf(begun, 'FRANCE');
    expect(orders.slice(beginning.length).startsWith(SECTIONS.standing)).toBe(true);
  });

  it('keep changes within a phase out of the parts that a provider is told to cache', () => {
    const kept = (state: GameState) =>
      writeMessagesPrompt
        .with({ observation: observe(state, 'FRANCE'), prompts: PROMPT_SETS.default })
        .messages.flatMap(({ parts }) => parts.filter(({ kind }) => kind !== 'tail').map(({ text }) => text));
    const later: GameState = {
      ...smallGame,
      roundsHeld: 2,
      press: [...smallGame.press, { phase: 'F1902M', round: 2, sender: 'GERMANY', recipient: 'FRANCE', text: 'Well?' }],
    };
    expect(kept(later)).toEqual(kept(smallGame));
  });
});
