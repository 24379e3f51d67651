import { describe, expect, it } from 'vitest';
import type { Message } from '../language-model.js';
import { countTokens, estimateTextTokens, estimateTokens } from './estimate-tokens.js';

const PROSE =
  'She had meant to leave before the rain began, but the kitchen was warm and he was telling the story about the ferry again, badly, ' +
  'with all the wrong voices. "You always forget the dog," she said. He laughed; nobody else remembered there had been one at all.';
const SAMPLES: readonly (readonly [name: string, text: string])[] = [
  ['English prose', PROSE],
  [
    'a rule with long words',
    'Commitment is understood as satisfaction, investments and alternatives; reciprocated appreciation strengthens interdependence considerably.',
  ],
  [
    'JSON',
    JSON.stringify(
      {
        narrative: PROSE,
        actor: 'A',
        emotions: { joy: 0.35, fear: 0.1, anger: 0, anticipation: 0.62 },
        tags: ['repair', 'humour'],
      },
      null,
      2,
    ),
  ],
  [
    'Diplomacy orders',
    'A PAR - BUR, F BRE - MAO, A MAR S A PAR - BUR, F LON - ENG, A LVP - YOR, F EDI - NWG (S1901M) A MUN H, F KIE - DEN',
  ],
  [
    'code',
    'export function addUsage(a: Usage, b: Usage): Usage {\n  return { inputTokens: a.inputTokens + b.inputTokens, outputTokens: a.outputTokens };\n}',
  ],
  [
    'German',
    'Sie wollte eigentlich vor dem Regen gehen, aber die Küche war warm, und er erzählte wieder einmal die Geschichte von der Fähre.',
  ],
  ['Japanese', '彼女は雨が降る前に帰るつもりだったが、台所は暖かく、彼はまたあの船の話をしていた。'],
];

describe('estimateTextTokens', () => {
  it.each(SAMPLES)('is near what a tokenizer counts: %s', async (_name, text) => {
    const exact = await countTokens(text);
    expect(estimateTextTokens(text) / exact).toBeGreaterThan(0.8);
    expect(estimateTextTokens(text) / exact).toBeLessThan(1.25);
  });

  it('grows with the text', () => {
    expect(estimateTextTokens('')).toBe(0);
    for (const [, text] of SAMPLES) {
      for (let end = 1; end <= text.length; end += 1) {
        expect(estimateTextTokens(text.slice(0, end))).toBeGreaterThanOrEqual(estimateTextTokens(text.slice(0, end - 1)));
      }
    }
  });
});

describe('estimateTokens', () => {
  it('looks at each part once', () => {
    let looks = 0;
    const part = {
      kind: 'stable' as const,
      get text() {
        looks += 1;
        return PROSE;
      },
    };
    const messages: readonly Message[] = [
      { role: 'system', parts: [part] },
      { role: 'user', parts: [part, { kind: 'tail', text: 'Go.' }] },
    ];
    const first = estimateTokens(messages);
    expect(estimateTokens(messages)).toBe(first);
    expect(looks).toBe(1);
    expect(first).toBe(2 * estimateTextTokens(PROSE) + estimateTextTokens('Go.') + 8);
  });
});
