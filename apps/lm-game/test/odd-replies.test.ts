import { replayRun } from '@entente/simulation-core';
import { describe, expect, it } from 'vitest';
import { type Asked, playOfflineGame } from './offline-game.js';

const settings = { negotiationRounds: 1, planning: true, phaseSummaries: true } as const;

/** Ways of writing an object that say the same. */
const ODD: readonly ((json: string) => string)[] = [
  (json) => `<think>{"orders": []} or not</think>\n${json}<|im_end|>\n<|im_start|>user\n{"orders": []}`,
  (json) => `<|channel|>analysis<|message|>hm<|end|><|start|>assistant<|channel|>final<|message|>${json}<|return|>`,
  (json) => `Here you are:\n\`\`\`json\n${json.replace(/\}$/, ',}')}\n\`\`\`\nGood luck!`,
  (json) => JSON.stringify({ response: JSON.parse(json) as unknown }),
  (json) => `<tool_call>${JSON.stringify({ name: 'answer', arguments: json })}</tool_call>`,
  (json) => JSON.stringify(json),
  (json) => json.replaceAll(/"([A-Za-z_]\w*)":/g, '$1 :'),
  (json) => `{${json}}`,
];

const isObject = (reply: string): boolean => reply.startsWith('{');
/** A number that depends on nothing but the question. */
const numberOf = ({ speaker, name, text }: Asked): number => speaker.length + name.length + text.length;

describe('a game whose replies are odd', () => {
  it('is the game that it would be otherwise, as long as they can be read', async () => {
    const plain = await playOfflineGame({ settings });
    const odd = await playOfflineGame({
      settings,
      change: (reply, asked) =>
        isObject(reply) ? (ODD[numberOf(asked) % ODD.length] as (json: string) => string)(reply) : reply,
    });
    expect(odd.state.history).toEqual(plain.state.history);
    expect(odd.state).toEqual(plain.state);
    expect(odd.asked).toHaveLength(plain.asked.length);
  });

  it.each([
    ['three hundred thousand braces', '{'.repeat(300_000)],
    ['fifty thousand lists', `{"orders": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  ])('goes on where a power answers with %s, and replays', async (_, nonsense) => {
    const { state, program, runId, store } = await playOfflineGame({
      settings: { negotiationRounds: 0 },
      change: (reply, { speaker }) => (speaker === 'FRANCE' ? nonsense : reply),
    });
    expect(state.ended?.ending).toBe('max-year');
    expect(state.defaulted.filter(({ power }) => power === 'FRANCE').length).toBeGreaterThan(0);
    expect(new Set([...state.missing, ...state.defaulted].map(({ power }) => power))).toEqual(new Set(['FRANCE']));
    const replayed = await replayRun(program, runId, store);
    expect(replayed.state).toEqual(state);
  });

  it('sends no half emoji on, whatever a model writes, and cuts none in half', async () => {
    const { asked, state } = await playOfflineGame({
      settings,
      change: (reply, question) =>
        isObject(reply)
          ? reply.replaceAll(
              /"(text|diary|reasoning)":"/g,
              (key) => `${key}${'\\ud83d '}${'😀'.repeat(100 + (numberOf(question) % 20))}\ude00`,
            )
          : `\ud83d${reply}`,
    });
    expect(JSON.stringify(state)).toContain('😀');
    for (const { text } of asked) expect(text.isWellFormed()).toBe(true);
  });
});
