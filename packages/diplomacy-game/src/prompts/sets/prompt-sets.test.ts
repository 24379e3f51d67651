import { formatOrder, parseOrder, POWERS, startingPosition } from '@entente/diplomacy-rules';
import { readReply } from '@entente/llm-clients';
import { describe, expect, it } from 'vitest';
import { initializeAgentPrompt } from '../initialize-agent.js';
import { negotiationDiaryPrompt } from '../negotiation-diary.js';
import { promptSetDigest, TASKS } from '../prompt-set.js';
import { updateStatePrompt } from '../update-state.js';
import { writeMessagesPrompt } from '../write-messages.js';
import { writeOrdersPrompt } from '../write-orders.js';
import { PROMPT_SETS } from './prompt-sets.js';

const PLACE = '[A-Z]{3}(?:/[NSEW]C)?';
const ORDER = new RegExp(
  `\\b[AF] ${PLACE} (?:- ${PLACE}(?: VIA)?|R ${PLACE}|[SC] [AF] ${PLACE}(?: - ${PLACE})?|[HDB]\\b)|\\bWAIVE\\b`,
  'g',
);

describe.each(Object.entries(PROMPT_SETS))('the set %s', (name, set) => {
  it('writes orders as they are read', () => {
    const texts = [set.rules, ...Object.values(set.tasks), ...Object.values(set.examples ?? {})];
    const orders = [...new Set(texts.flatMap((text) => text.match(ORDER) ?? []))];
    for (const order of orders) {
      const phase = / B$|WAIVE/.test(order) ? 'W1901A' : / R /.test(order) ? 'S1901R' : 'S1901M';
      const parsed = parseOrder(order, { position: { ...startingPosition(), phase }, power: 'FRANCE' });
      expect(parsed.ok ? formatOrder(parsed.order) : parsed, order).toBe(order);
    }
    const kinds = ['H', '-', 'S', 'C', 'R', 'D', 'B'];
    expect(kinds.filter((kind) => !orders.some((order) => order.split(' ')[2] === kind))).toEqual([]);
    expect(orders).toContain('WAIVE');
    expect(orders.some((order) => order.endsWith(' VIA'))).toBe(true);
  });

  it('has a name, words for every task, and a briefing of its own for every power', () => {
    expect(set.name).toBe(name);
    expect(Object.keys(set.tasks).sort()).toEqual(Object.keys(TASKS).sort());
    expect(new Set(POWERS.map((power) => set.briefings[power])).size).toBe(7);
    for (const briefing of Object.values(set.briefings)) {
      expect(briefing.split(/\s+/).length).toBeGreaterThan(79);
      expect(briefing.split(/\s+/).length).toBeLessThan(141);
    }
  });

  it('shows examples that fit what is asked for', () => {
    const { examples = {} } = set;
    const schemas = {
      initialize: initializeAgentPrompt.schema,
      messages: writeMessagesPrompt.schema,
      'negotiation-diary': negotiationDiaryPrompt.schema,
      'movement-orders': writeOrdersPrompt.schema,
      'retreat-orders': writeOrdersPrompt.schema,
      'adjustment-orders': writeOrdersPrompt.schema,
      'state-update': updateStatePrompt.schema,
    };
    for (const [task, schema] of Object.entries(schemas)) {
      const example = examples[task as keyof typeof schemas];
      if (example !== undefined) expect(readReply<unknown>(example, schema), task).toMatchObject({ ok: true, exact: true });
    }
  });
});

describe('the simple set', () => {
  it('has an example for every task, and rules less than half as long as the default ones', () => {
    expect(Object.keys(PROMPT_SETS.simple.examples ?? {}).sort()).toEqual(Object.keys(TASKS).sort());
    expect(PROMPT_SETS.simple.rules.length).toBeLessThan(PROMPT_SETS.default.rules.length / 2);
  });
});

describe('the digest of a set', () => {
  const set = PROMPT_SETS.default;
  it('changes with any word, and not with name or notes', () => {
    const digest = promptSetDigest(set);
    expect(promptSetDigest({ ...set, name: 'other', notes: ['x'] })).toBe(digest);
    const changed = [
      { ...set, rules: `${set.rules} ` },
      { ...set, context: 'simple' as const },
      { ...set, tasks: { ...set.tasks, plan: 'Plan.' } },
      { ...set, tasksByPower: { FRANCE: { plan: 'Plan.' } } },
      { ...set, briefings: { ...set.briefings, ITALY: 'Wait.' } },
      { ...set, contextTemplate: '{power_name}' },
      { ...set, templates: { initialize: '{power_name}' } },
      { ...set, examples: { plan: 'Thus.' } },
      PROMPT_SETS.simple,
    ].map(promptSetDigest);
    expect(new Set([digest, ...changed]).size).toBe(changed.length + 1);
  });
});
