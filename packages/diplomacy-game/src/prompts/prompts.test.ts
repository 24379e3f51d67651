import { POWERS } from '@entente/diplomacy-rules';
import { messageText, type PromptCall } from '@entente/llm-clients';
import { describe, expect, it } from 'vitest';
import { fall, franceInFall, smallGame, springPlayed } from '../../test/small-game.js';
import { observe } from '../state/index.js';
import { consolidateDiaryPrompt } from './consolidate-diary.js';
import { formatInitializeAgentPrompt, initializeAgentPrompt } from './initialize-agent.js';
import { makePlanPrompt } from './make-plan.js';
import { formatNegotiationDiaryPrompt, negotiationDiaryPrompt } from './negotiation-diary.js';
import { diplomacyResponders } from '../offline/offline-responders.js';
import { phaseDiaryPrompt } from './phase-diary.js';
import { PROMPT_SETS } from './sets/prompt-sets.js';
import { summarizePhasePrompt } from './summarize-phase.js';
import { formatUpdateStatePrompt, updateStatePrompt } from './update-state.js';
import { formatMessagesPrompt, writeMessagesPrompt } from './write-messages.js';
import { formatOrdersPrompt, writeOrdersPrompt } from './write-orders.js';

const textOf = (call: PromptCall<unknown>) =>
  call.messages.map((message) => `[${message.role}]\n${messageText(message)}`).join('\n\n');
const withoutSystem = (call: PromptCall<unknown>) => textOf({ ...call, messages: call.messages.slice(1) });

const complaints = {
  written: { orders: ['A PAR - MUN'], reasoning: 'War.' },
  complaints: ['"A PAR - MUN" is not allowed.', 'F MAO has no order.'],
};
const dislodged = {
  ...fall,
  phase: 'F1902R',
  units: { ...fall.units, FRANCE: ['F MAO'] },
  retreats: { ...fall.retreats, FRANCE: { 'A PAR': ['GAS'] } },
} as const;
const winter = { ...fall, phase: 'W1902A', centers: { ...fall.centers, FRANCE: ['PAR', 'BRE', 'MAR'] } } as const;
const seenIn = (position: typeof smallGame.position) => observe({ ...smallGame, position, press: [], roundsHeld: 0 }, 'FRANCE');

const callsWith = (prompts: typeof PROMPT_SETS.default): readonly (readonly [string, PromptCall<unknown>])[] => {
  const request = { observation: franceInFall, prompts };
  return [
    [
      'initialize-agent',
      initializeAgentPrompt.with({
        prompts,
        observation: observe(
          { ...smallGame, history: [], press: [], agents: { ...smallGame.agents, FRANCE: smallGame.agents.ITALY } },
          'FRANCE',
        ),
      }),
    ],
    ['write-messages', writeMessagesPrompt.with(request)],
    ['make-plan', makePlanPrompt.with(request)],
    ['negotiation-diary', negotiationDiaryPrompt.with(request)],
    ['write-orders', writeOrdersPrompt.with(request)],
    ['write-orders again', writeOrdersPrompt.with({ ...request, again: complaints })],
    ['write-orders in plain words', writeOrdersPrompt.with({ ...request, form: 'words' })],
    ['write-orders for retreats', writeOrdersPrompt.with({ prompts, observation: seenIn(dislodged) })],
    ['write-orders for adjustments', writeOrdersPrompt.with({ prompts, observation: seenIn(winter) })],
    ['phase-diary', phaseDiaryPrompt.with({ played: springPlayed, prompts })],
    ['update-state', updateStatePrompt.with({ played: springPlayed, prompts, diary: 'They lied.\nAgain.' })],
    [
      'consolidate-diary',
      consolidateDiaryPrompt.with({
        prompts,
        diary: {
          power: 'FRANCE',
          throughYear: 1902,
          consolidated: franceInFall.self.consolidated,
          entries: franceInFall.self.diary,
        },
      }),
    ],
  ];
};
const calls = callsWith(PROMPT_SETS.default);
const words = { power: 'FRANCE', words: 'Some words.\nYOUR TASK: WRITE MESSAGES' } as const;
const others: readonly (readonly [string, PromptCall<unknown>])[] = [
  ['summarize-phase', summarizePhasePrompt.with({ record: smallGame.history[0]! })],
  ['format-initialize-agent', formatInitializeAgentPrompt.with(words)],
  ['format-messages', formatMessagesPrompt.with(words)],
  ['format-negotiation-diary', formatNegotiationDiaryPrompt.with(words)],
  ['format-orders', formatOrdersPrompt.with(words)],
  ['format-update-state', formatUpdateStatePrompt.with(words)],
];

describe('the prompts', () => {
  it.each(Object.entries(PROMPT_SETS))('of the set %s begin like this', (_, prompts) => {
    expect(messageText(writeMessagesPrompt.with({ observation: franceInFall, prompts }).messages[0]!)).toMatchSnapshot();
  });

  it.each(calls)('%s goes on like this', (_, call) => {
    expect(withoutSystem(call)).toMatchSnapshot();
  });

  it.each(others)('%s reads like this', (_, call) => {
    expect(textOf(call)).toMatchSnapshot();
  });

  it.each(callsWith(PROMPT_SETS.simple))('of the simple set, %s asks like this', (_, call) => {
    expect(
      call.messages
        .slice(1)
        .map((message) => message.parts.at(-1)!.text)
        .join('\n\n'),
    ).toMatchSnapshot();
  });

  it('are each recognised by their own offline responder alone', () => {
    for (const [, call] of [...calls, ...callsWith(PROMPT_SETS.simple), ...others]) {
      const request = { messages: call.messages.map((message) => ({ role: message.role, text: messageText(message) })) };
      const names = diplomacyResponders.filter((responder) => responder.recognises(request)).map(({ name }) => name);
      expect(names).toEqual([call.label.name]);
    }
  });

  it('have their parts in the order stable, history, tail within a turn', () => {
    const order = ['stable', 'history', 'tail'];
    for (const [name, { messages }] of [...calls, ...others]) {
      const kinds = messages.slice(0, 2).flatMap(({ parts }) => parts.map(({ kind }) => order.indexOf(kind)));
      expect(kinds, name).toEqual(kinds.toSorted());
    }
  });

  it('begin with the same words for all powers of a set, so that a provider reads rules and map once a game', () => {
    const first = POWERS.map(
      (power) =>
        writeMessagesPrompt.with({ observation: observe(smallGame, power), prompts: PROMPT_SETS.default }).messages[0]!.parts[0]!
          .text,
    );
    expect(new Set(first).size).toBe(1);
  });
});
