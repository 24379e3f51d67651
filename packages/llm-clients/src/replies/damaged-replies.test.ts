import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readReply } from './read-reply.js';

/** The shapes that the programs ask for. */
const messages = z.object({ messages: z.array(z.object({ recipient: z.string(), text: z.string() })), done: z.boolean() });
const orders = z.object({ reasoning: z.string(), orders: z.array(z.string()) });
const diary = z.object({
  diary: z.string(),
  goals: z.array(z.string()),
  relationships: z.array(z.object({ power: z.string(), relationship: z.string() })),
});
const choice = z.object({ action: z.string() });
const appraisal = z.object({ emotions: z.object({ joy: z.number(), anger: z.number() }), thought: z.string() });
const moments = z.object({
  moments: z.array(z.object({ kind: z.string(), score: z.number(), quote: z.string().nullable(), powers: z.array(z.string()) })),
});

const words = fc.constantFrom(
  'we hold',
  'Let us attack Italy',
  'A PAR - BUR',
  'F STP/SC S A MOS - LVN',
  "it's fine",
  "the allies' fleet",
  'score: 7',
  'yes, I agree',
  'trust no one!',
  'say "yes" now',
  '"No," he said',
  'they call it "the plan"',
  'see https://example.org/a#b',
  'one (or two) [or three]',
  'a {b} c',
  'über Ärger – 😀',
  'https://x.org // not a comment',
  '#1: win',
  'null',
  'true',
  'NaN is no number',
  'first line\nsecond line',
  'Vienna “in spring”',
  'C:\\dir',
);
const sentence = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('. '));
const power = fc.constantFrom('FRANCE', 'ITALY', 'RUSSIA');
const few = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> => fc.array(item, { maxLength: 3 });

const cases: readonly (readonly [string, z.ZodType, fc.Arbitrary<object>])[] = [
  ['messages', messages, fc.record({ messages: few(fc.record({ recipient: power, text: sentence })), done: fc.boolean() })],
  ['orders', orders, fc.record({ reasoning: sentence, orders: few(words) })],
  [
    'diary',
    diary,
    fc.record({
      diary: sentence,
      goals: few(sentence),
      relationships: few(fc.record({ power, relationship: fc.constantFrom('Ally', 'Enemy') })),
    }),
  ],
  ['choice', choice, fc.record({ action: sentence })],
  ['appraisal', appraisal, fc.record({ emotions: fc.record({ joy: fc.nat(10), anger: fc.nat(10) }), thought: sentence })],
  [
    'moments',
    moments,
    fc.record({
      moments: few(
        fc.record({
          kind: words,
          score: fc.double({ min: 0, max: 10, noNaN: true }).map((n) => Math.round(n * 10) / 10 + 0),
          quote: fc.option(sentence),
          powers: few(power),
        }),
      ),
    }),
  ],
];

/** Indices in a JSON text of what is no part of a string, and of the quotes around strings. */
function structureOf(json: string): {
  readonly marks: readonly number[];
  readonly quotes: readonly (readonly [number, number])[];
} {
  const marks: number[] = [];
  const quotes: [number, number][] = [];
  for (let index = 0; index < json.length; index += 1) {
    if (json[index] === '"') {
      const start = index;
      for (index += 1; json[index] !== '"'; index += 1) if (json[index] === '\\') index += 1;
      quotes.push([start, index]);
    } else if ('{}[],:'.includes(json[index]!)) marks.push(index);
  }
  return { marks, quotes };
}

const replaced = (text: string, at: number, by: string, length = 1): string => text.slice(0, at) + by + text.slice(at + length);

/** One damage of each kind, at the place that a number picks. */
const DAMAGES: Readonly<Record<string, (json: string, place: number) => string>> = {
  'a bracket, comma or colon left out': (json, place) => replaced(json, pick(structureOf(json).marks, place), ''),
  'a bracket, comma or colon doubled': (json, place) => {
    const at = pick(structureOf(json).marks, place);
    return replaced(json, at, json[at]!.repeat(2));
  },
  'a closing bracket put in': (json, place) => {
    const at = pick(structureOf(json).marks, place >> 1);
    return replaced(json, at + 1, '}]'[place & 1]!, 0);
  },
  'an opening quote left out': (json, place) => replaced(json, pick(structureOf(json).quotes, place)[0], ''),
  'a closing quote left out': (json, place) => replaced(json, pick(structureOf(json).quotes, place)[1], ''),
  'both quotes left out': (json, place) => {
    const [start, end] = pick(structureOf(json).quotes, place);
    return replaced(replaced(json, end, ''), start, '');
  },
  'a quote doubled': (json, place) => replaced(json, pick(structureOf(json).quotes, place >> 1)[place & 1]!, '""'),
  'a closing quote of another kind': (json, place) =>
    replaced(json, pick(structureOf(json).quotes, place >> 2)[1], "”“’'"[place & 3]!),
  'an opening quote of another kind': (json, place) =>
    replaced(json, pick(structureOf(json).quotes, place >> 2)[0], "”“‘'"[place & 3]!),
  'quotes of another kind throughout': (json, place) => {
    const [opening, closing] = [
      ['“', '”'],
      ['“', '“'],
      ['„', '“'],
      ["'", "'"],
      ['”', '”'],
      ['«', '»'],
      ['`', '`'],
    ][place % 7] as [string, string];
    return structureOf(json)
      .quotes.toReversed()
      .reduce((text, [start, end]) => replaced(replaced(text, end, closing), start, opening), json);
  },
  'quotes that nobody escaped': (json) => json.replaceAll('\\"', '"'),
  'line breaks that nobody escaped': (json) => json.replaceAll('\\n', '\n'),
  'two strings joined by a plus': (json, place) => {
    const [start, end] = pick(structureOf(json).quotes, place);
    return replaced(json, start + 1 + (place % Math.max(1, end - start)), '" + "', 0);
  },
  'two strings where one was': (json, place) => {
    const [start, end] = pick(structureOf(json).quotes, place);
    return replaced(json, start + 1 + (place % Math.max(1, end - start)), '" "', 0);
  },
  'a comma before a closing bracket': (json) => json.replace(/[}\]]$/, ',$&'),
  'a comment': (json, place) =>
    replaced(json, pick(structureOf(json).marks, place) + 1, place & 1 ? ' /* "so", */ ' : " // don't\n", 0),
  'a cut': (json, place) => json.slice(0, place % json.length),
  'the first half twice': (json, place) => json.slice(0, place % json.length) + json,
  'a bracket of another kind': (json, place) => {
    const at = pick(structureOf(json).marks, place);
    return replaced(json, at, { '{': '[', '}': ']', '[': '{', ']': '}' }[json[at]!] ?? ';');
  },
  "Python's literals": (json) =>
    json.replaceAll(/(?<=: ?)(?:true|false|null)(?=[,\n}])/g, (word) => ({ true: 'True', false: 'False' })[word] ?? 'None'),
  'full-width marks': (json, place) =>
    replaced(json, pick(structureOf(json).marks, place), '') &&
    structureOf(json).marks.reduce(
      (text, at) => replaced(text, at, { '{': '｛', '}': '｝', ',': '，', ':': '：' }[text[at]!] ?? text[at]!),
      json,
    ),
  'doubled braces': (json) =>
    structureOf(json)
      .marks.toReversed()
      .reduce((text, at) => ('{}'.includes(text[at]!) ? replaced(text, at, text[at]!.repeat(2)) : text), json),
  'one value within quotes': (json) => JSON.stringify(json).slice(1, -1),
  'text around': (json) => `Well: "so be it", I say.\n${json}\nThat's {all}, [really].`,
};

function pick<Item>(items: readonly Item[], place: number): Item {
  return items[place % items.length] as Item;
}

/** Damage that cannot be detected: the damaged text may be a valid text of another value. */
function isStrict(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a value is another one but for items that are missing at the ends of lists. */
function isBeginning(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part) && Array.isArray(whole))
    return part.every((item, index) => index < whole.length && isBeginning(item, whole[index]));
  if (typeof part !== 'object' || part === null || typeof whole !== 'object' || whole === null) return part === whole;
  return Object.entries(whole).every(([key, item]) => isBeginning((part as Record<string, unknown>)[key], item));
}

describe('a damaged reply', () => {
  for (const [kind, damage] of Object.entries(DAMAGES)) {
    it(`with ${kind} gives the value or a complaint`, () => {
      for (const [, schema, values] of cases) {
        fc.assert(
          fc.property(values, fc.nat(10_000), fc.constantFrom(0, 1, 2), (value, place, indent) => {
            const json = JSON.stringify(value, null, indent);
            const text = damage(indent === 0 ? json.replaceAll('":', '": ') : json, place);
            if (isStrict(text)) return;
            const read = readReply(text, schema);
            // A cut may end a list too early, which nothing shows.
            if (read.ok && kind === 'a cut') expect(isBeginning(read.value, value), text).toBe(true);
            else if (read.ok) expect(read.value, text).toEqual(value);
          }),
          { numRuns: 80 },
        );
      }
    });
  }
});
