import { type GenerateRequest, messageText, RefusalError, UnparsableReplyError } from '@entente/llm-clients';
import { createScriptedModel } from '@entente/llm-clients/scripted';
import { unrecordedScope } from '@entente/simulation-core';
import { describe, expect, it } from 'vitest';
import { franceInFall, smallGame, springPlayed } from '../../test/small-game.js';
import { PROMPT_SETS } from '../prompts/sets/prompt-sets.js';
import { DiplomacyAgent } from './diplomacy-agent.js';
import { PhaseNarrator } from './phase-narrator.js';

const scope = () => unrecordedScope({ seed: 1 });
const prompts = PROMPT_SETS.default;
type Script = Parameters<typeof createScriptedModel>[0];
const played = (script: Script, formatterScript?: Script) => {
  const model = createScriptedModel(script);
  const formatter = formatterScript && createScriptedModel(formatterScript);
  return { agent: new DiplomacyAgent({ power: 'FRANCE', model, prompts, ...(formatter && { formatter }) }), model, formatter };
};
const shown = (request: GenerateRequest | undefined) => request?.messages.map(messageText).join('\n\n') ?? '';
const diary = { power: 'FRANCE', throughYear: 1901, consolidated: null, entries: franceInFall.self.diary } as const;

describe('a power that a model plays', () => {
  it('sets out with goals and relationships, none of them to itself', async () => {
    const { agent } = played({
      'initialize-agent': { json: { goals: ['Win.'], relationships: { FRANCE: 'Ally', ITALY: 'Friendly' } } },
    });
    expect(await agent.initialize(scope(), franceInFall)).toEqual({ goals: ['Win.'], relationships: { ITALY: 'Friendly' } });
  });

  it('writes messages and orders, plans, and keeps a diary', async () => {
    const { agent, model } = played({
      'write-messages': { json: { messages: [{ recipient: 'GERMANY', text: 'No.' }], done: true } },
      'write-orders': { json: { reasoning: 'Now.', orders: ['A PAR - BUR'] } },
      'make-plan': 'Burgundy.',
      'negotiation-diary': {
        json: { diary: 'They lie.', goals: [], relationships: [{ power: 'FRANCE', relationship: 'Enemy' }] },
      },
      'phase-diary': '<think>Hm.</think> It went well.',
      'update-state': { json: { reasoning: 'So.', goals: ['Munich.'], relationships: [] } },
      'consolidate-diary': 'Years passed.',
    });
    expect(await agent.writeMessages(scope(), franceInFall)).toEqual({
      messages: [{ recipient: 'GERMANY', text: 'No.' }],
      done: true,
    });
    expect(await agent.writeOrders(scope(), franceInFall)).toEqual({ reasoning: 'Now.', orders: ['A PAR - BUR'] });
    expect(await agent.makePlan(scope(), franceInFall)).toBe('Burgundy.');
    expect(await agent.reviewNegotiation(scope(), franceInFall)).toEqual({ diary: 'They lie.', relationships: {} });
    expect(await agent.reviewPhase(scope(), springPlayed)).toBe('It went well.');
    expect(await agent.updateState(scope(), springPlayed, 'It went well.')).toEqual({ goals: ['Munich.'], note: 'So.' });
    expect(await agent.consolidateDiary(scope(), diary)).toBe('Years passed.');
    model.assertExhausted();
    expect(model.requests).toHaveLength(7);
  });

  it('is told what was wrong when asked for orders again, as one more call of the same place', async () => {
    const { agent, model } = played({
      'write-orders': [{ json: { orders: ['A PAR - MUN'] } }, { json: { orders: ['A PAR - BUR'] } }],
    });
    const place = scope();
    const written = await agent.writeOrders(place, franceInFall);
    const complaints = ['"A PAR - MUN" is not allowed.'];
    expect(await agent.writeOrders(place, franceInFall, { written, complaints })).toMatchObject({ orders: ['A PAR - BUR'] });
    const [first, second] = model.requests;
    expect(second?.messages.slice(0, 2)).toEqual(first?.messages);
    expect(shown(second)).toContain('- "A PAR - MUN" is not allowed.');
  });

  it('is asked once more for orders that cannot be read, and twice for anything else', async () => {
    const { agent, model } = played({ 'write-orders': 'I hold.', 'write-messages': 'Nothing.' });
    await expect(agent.writeOrders(scope(), franceInFall)).rejects.toBeInstanceOf(UnparsableReplyError);
    expect(model.requests).toHaveLength(2);
    await expect(agent.writeMessages(scope(), franceInFall)).rejects.toBeInstanceOf(UnparsableReplyError);
    expect(model.requests).toHaveLength(5);
  });

  it('keeps a refusal visible', async () => {
    const { agent } = played({ 'make-plan': { text: 'I cannot.', finishReason: 'refusal' } });
    await expect(agent.makePlan(scope(), franceInFall)).rejects.toBeInstanceOf(RefusalError);
  });
});

describe('in two steps', () => {
  const formats = {
    'format-initialize-agent': { json: { goals: ['Win.'], relationships: [] } },
    'format-messages': { json: { messages: [], done: true } },
    'format-negotiation-diary': { json: { diary: 'They lie.', goals: [], relationships: [] } },
    'format-orders': { json: { reasoning: '', orders: ['A PAR H'] } },
    'format-update-state': { json: { reasoning: 'So.', goals: [], relationships: [] } },
  };

  it('asks the power for plain words, which the formatter brings into shape without having seen the game', async () => {
    const { agent, model, formatter } = played([{ when: /YOUR TASK/, reply: 'My own words.' }], formats);
    await agent.initialize(scope(), franceInFall);
    await agent.writeMessages(scope(), franceInFall);
    await agent.reviewNegotiation(scope(), franceInFall);
    expect(await agent.writeOrders(scope(), franceInFall)).toEqual({ reasoning: '', orders: ['A PAR H'] });
    expect(await agent.updateState(scope(), springPlayed, null)).toEqual({ note: 'So.' });

    expect(model.requests.map(({ label }) => label?.name)).toEqual([
      'initialize-agent',
      'write-messages',
      'negotiation-diary',
      'write-orders',
      'update-state',
    ]);
    for (const request of model.requests) {
      expect(request.schema).toBeUndefined();
      expect(shown(request)).toMatch(/Answer in plain words/);
      expect(shown(request)).not.toContain('Answer as JSON');
    }
    formatter?.assertExhausted();
    for (const request of formatter?.requests ?? []) {
      expect(shown(request)).toContain('WHAT WAS SAID\nMy own words.\n');
      expect(shown(request)).not.toMatch(/THE BOARD|WHERE YOU STAND/);
    }
  });

  it('asks for free text once', async () => {
    const { agent, model } = played({ 'make-plan': 'Burgundy.', 'phase-diary': 'Well.', 'consolidate-diary': 'Years.' }, {});
    await agent.makePlan(scope(), franceInFall);
    await agent.reviewPhase(scope(), springPlayed);
    await agent.consolidateDiary(scope(), diary);
    model.assertExhausted();
  });
});

describe('the narrator', () => {
  it('tells the messages and orders of all powers', async () => {
    const model = createScriptedModel({ 'summarize-phase': 'They met in Burgundy.' });
    const [record] = smallGame.history;
    expect(await new PhaseNarrator({ model }).summarizePhase(scope(), record!)).toBe('They met in Burgundy.');
    expect(shown(model.requests[0])).toContain('GERMANY to FRANCE: Burgundy stays empty.');
  });
});
