import { messageText } from '@entente/llm-clients';
import { describe, expect, it } from 'vitest';
import { franceInFall } from '../../test/small-game.js';
import { PROMPT_SETS } from './sets/prompt-sets.js';
import { writeOrdersPrompt } from './write-orders.js';

const request = { observation: franceInFall, prompts: PROMPT_SETS.default };
const written = { orders: ['A PAR - MUN', 'F MAO H'], reasoning: 'War.' };
const complaints = ['"A PAR - MUN" is not allowed: it is too far.', 'A PAR has no order.'];

describe('orders that are asked for again', () => {
  it('are asked for after the unchanged first request and its answer', () => {
    const first = writeOrdersPrompt.with(request).messages;
    const again = writeOrdersPrompt.with({ ...request, again: { written, complaints } }).messages;

    expect(again.slice(0, first.length)).toEqual(first);
    const [answer, complaint, ...more] = again.slice(first.length);
    expect(more).toEqual([]);
    expect([answer?.role, complaint?.role]).toEqual(['assistant', 'user']);
    expect(JSON.parse(messageText(answer!))).toEqual({ reasoning: 'War.', orders: ['A PAR - MUN', 'F MAO H'] });
  });

  it('are asked for with every complaint word for word, and in the same form', () => {
    const inJson = messageText(writeOrdersPrompt.with({ ...request, again: { written, complaints } }).messages.at(-1)!);
    for (const complaint of complaints) expect(inJson).toContain(`- ${complaint}\n`);
    expect(inJson).toContain('Answer as JSON: {"reasoning"');

    const inWords = writeOrdersPrompt.with({ ...request, form: 'words', again: { written, complaints } }).messages;
    expect(messageText(inWords.at(-2)!)).toBe('War.\nA PAR - MUN\nF MAO H');
    expect(messageText(inWords.at(-1)!)).not.toContain('JSON:');
  });

  it('are never an empty turn, which some providers refuse', () => {
    const nothing = { written: { orders: [], reasoning: ' ' }, complaints };
    const { messages } = writeOrdersPrompt.with({ ...request, form: 'words', again: nothing });
    expect(messageText(messages.at(-2)!)).toBe('(no orders)');
  });
});
