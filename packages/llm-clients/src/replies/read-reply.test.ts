import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readReply } from './read-reply.js';

function read(text: string, schema?: z.ZodType): unknown {
  const reply = readReply(text, schema);
  if (!reply.ok) throw new Error(reply.complaint);
  return reply.value;
}

describe('what models really send', () => {
  it.each<[what: string, reply: string, value: unknown]>([
    ['plain JSON', '{"a": 1}', { a: 1 }],
    ['an array at the top', '[1, 2]', [1, 2]],
    ['a scalar at the top', ' 7 ', 7],
    ['a scalar in a fence', '```json\n7\n```', 7],
    ['a fence', '```json\n{"a": 1}\n```', { a: 1 }],
    ['a fence with text around', 'Here you are:\n```\n{"a": 1}\n```\nAnything else?', { a: 1 }],
    ['a fence never closed', '```json\n{"a": 1}', { a: 1 }],
    ['text around', 'Sure! {"a": 1} is my answer.', { a: 1 }],
    ['a trailing comma', '{"a": [1, 2,],}', { a: [1, 2] }],
    ['a line comment', '{"a": 1, // the first\n"b": 2}', { a: 1, b: 2 }],
    ['a block comment with a quote', '{"a": 1, /* don\'t */ "b": 2}', { a: 1, b: 2 }],
    ['single quotes', "{'a': 'x'}", { a: 'x' }],
    ['single quotes around an apostrophe', "{'a': 'it's fine', 'b': 'don't'}", { a: "it's fine", b: "don't" }],
    ['curly quotes', '{“a”: “b”}', { a: 'b' }],
    ['quotes nobody escaped', '{"a": "she said "hi" to me", "b": 1}', { a: 'she said "hi" to me', b: 1 }],
    [
      'quotes nobody escaped before a comma',
      '{"a": "he said "well", and left", "b": 1}',
      { a: 'he said "well", and left', b: 1 },
    ],
    ["Python's literals", "{'a': None, 'b': True, 'c': False}", { a: null, b: true, c: false }],
    ['numbers JSON does not have', '{"a": NaN, "b": -Infinity, "c": [Infinity]}', { a: null, b: null, c: [null] }],
    ['bare keys', '{a: 1, b: "x"}', { a: 1, b: 'x' }],
    ['raw line breaks in a string', '{"a": "one\ntwo\tthree"}', { a: 'one\ntwo\tthree' }],
    ['brackets cut off', '{"a": [1, {"b": "c"', { a: [1, { b: 'c' }] }],
    ['brackets cut off in a fence', '```json\n{"a": [1, 2\n```', { a: [1, 2] }],
    ['an inner bracket forgotten', '{"a": [1, 2}', { a: [1, 2] }],
    ['a comma forgotten', '{"a": "x" "b": "y"}', { a: 'x', b: 'y' }],
    ['an escape JSON does not know', '{"a": "\\d+ and \\\\"}', { a: '\\d+ and \\' }],
  ])('%s', (_what, reply, value) => {
    expect(read(reply)).toEqual(value);
  });

  it.each<[contents: string]>([
    ['Infinity pool'],
    ['well, }'],
    ['[see https://example.org//a?b=c#d], or /* not */ // a comment'],
    ['```json\n{"inner": NaN}\n```'],
    ['<think>is this a thought?</think>'],
    ['</think>'],
    ['None of it is True, nor NaN'],
    ["it's 'quoted' text, and 5\" tall"],
    ['trailing comma, ]'],
    ['# not a comment'],
  ])('leaves the contents of a string alone: %j', (contents) => {
    const value = { text: contents, list: [contents] };
    expect(read(JSON.stringify(value))).toEqual(value);
    expect(read(`Here: ${JSON.stringify(value)} — done`)).toEqual(value);
    // Broken beside the string, so that the mending passes over it.
    const broken = `\`\`\`json\n{"text": ${JSON.stringify(contents)}, 'n': NaN, /* hm */ "list": [${JSON.stringify(contents)},],}\n\`\`\``;
    expect(read(broken)).toEqual({ ...value, n: null });
  });

  it('keeps single-quoted contents too', () => {
    expect(read("{'a': 'well, }', 'b': 'Infinity, pool', 'c': 'http://x.org // no comment'}")).toEqual({
      a: 'well, }',
      b: 'Infinity, pool',
      c: 'http://x.org // no comment',
    });
  });
});

describe('thoughts', () => {
  const schema = z.object({ action: z.string() });

  it.each([
    ['closed', '<think>maybe {"action": "stay"}</think>{"action": "leave"}', 'leave'],
    ['closed, with an open brace', '<think>if { then "</think>\n{"action": "leave"}', 'leave'],
    ['without the opening tag', 'maybe {"action": "stay"} or {\n</think>\n{"action": "leave"}', 'leave'],
    ['in two blocks', '<think>a</think>x<thinking>{"action": "stay"}</thinking>{"action": "leave"}', 'leave'],
    ['before a fence', '<think>{"action": "stay"}</think>```json\n{"action": "leave",}\n```', 'leave'],
    ['begun again after the answer', '{"action": "leave"}\n<think>or rather {"action": "stay"}', 'leave'],
  ])('are passed over: %s', (_what, reply, action) => {
    expect(read(reply, schema)).toEqual({ action });
  });

  it('never count as the answer, even when nothing else is there', () => {
    expect(readReply('<think>{"action": "stay"}', schema).ok).toBe(false);
    expect(readReply('<think>{"action": "stay"}</think>', schema).ok).toBe(false);
    expect(readReply('{"action": "stay"}</think> I would rather not say.', schema).ok).toBe(false);
  });
});

describe('which value is taken', () => {
  it('is the one that fits the schema', () => {
    const schema = z.object({ orders: z.array(z.string()) });
    expect(read('From [Paris] and {"x": 1}: {"orders": ["A PAR H"]}, see {note}', schema)).toEqual({ orders: ['A PAR H'] });
  });

  it('is the last of several that fit, since drafts come first', () => {
    expect(read('e.g. {"a": 1}. So: {"a": 2}', z.object({ a: z.number() }))).toEqual({ a: 2 });
  });

  it('is the broken whole rather than a sound part of it', () => {
    const schema = z.object({ a: z.object({ b: z.number() }).optional(), b: z.number().optional(), c: z.number().optional() });
    expect(read(`{"a": {"b": 1}, 'c': 2}`, schema)).toEqual({ a: { b: 1 }, c: 2 });
  });

  it('is found after brackets that are only punctuation', () => {
    expect(read('Hm :{ and [so on. {"a": 1}', z.object({ a: z.number() }))).toEqual({ a: 1 });
  });

  it('is bare text where a string is asked for, and only there', () => {
    expect(read('A', z.enum(['A', 'B']))).toBe('A');
    expect(read(' b\n', z.enum(['A', 'B']))).toBe('B');
    expect(readReply('hello').ok).toBe(false);
  });

  it('is not found in prose', () => {
    expect(readReply('I would rather not.', z.object({ a: z.number() }))).toEqual({
      ok: false,
      complaint: 'the reply holds no JSON value',
    });
    expect(readReply(' ', z.object({ a: z.number() }))).toEqual({ ok: false, complaint: 'the reply is empty' });
  });
});

const awkward = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '\\',
  ',',
  ':',
  '//',
  '/*',
  '*/',
  '<think>',
  '</think>',
  '```',
  '\n',
  'NaN',
  'Infinity',
  '#',
  '“',
  ' ',
  'é',
  '😀',
);
const text = fc.oneof(
  fc.string(),
  fc.array(awkward, { maxLength: 12 }).map((pieces) => pieces.join('')),
);
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.double({ noDefaultInfinity: true, noNaN: true }).map((n) => n + 0),
      text,
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      text.filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;
const prose = fc.constantFrom(
  '',
  'Here it is:',
  'Sure thing, don\'t worry: "quoted".',
  'Note {this} and [that].',
  'x < y',
  '5" tall',
  'a\n\nb',
);
const thoughts = fc.constantFrom(
  '',
  '<think>hm {"tag":"wrapped","value":0} "</think>',
  'so {" it is\n</think>',
  '<think></think>',
);

describe('any JSON value', () => {
  const schema = z.object({ tag: z.literal('wrapped'), value: z.unknown() });

  it('comes back equal from within noise', () => {
    fc.assert(
      fc.property(
        json,
        thoughts,
        prose,
        prose,
        fc.boolean(),
        fc.constantFrom(0, 2),
        (value, thought, before, after, fenced, indent) => {
          const body = JSON.stringify({ tag: 'wrapped', value }, null, indent);
          const reply = `${thought}${before}\n${fenced ? `\`\`\`json\n${body}\n\`\`\`` : body}\n${after}`;
          expect(read(reply, schema)).toEqual({ tag: 'wrapped', value: JSON.parse(JSON.stringify(value)) as unknown });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('comes back equal when it is broken around its strings', () => {
    fc.assert(
      fc.property(json, fc.constantFrom('python', 'commas', 'comments', 'cut off', 'bare keys'), (value, breakage) => {
        // An open bracket before a think tag counts as part of a thought: a cut-off value cannot be told from it.
        fc.pre(breakage !== 'cut off' || !JSON.stringify(value).includes('think>'));
        expect(read(broken(value, breakage), schema)).toEqual({
          tag: 'wrapped',
          value: JSON.parse(JSON.stringify(value)) as unknown,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('never takes quadratic time over stray brackets', () => {
    const started = process.cpuUsage().user;
    expect(readReply('{['.repeat(20_000), schema).ok).toBe(false);
    expect(readReply('{"a": '.repeat(10_000), schema).ok).toBe(false);
    expect(process.cpuUsage().user - started).toBeLessThan(20_000_000);
  });
});

/** The value written in one of the ways models get JSON wrong, every string properly quoted. */
function broken(value: unknown, breakage: string): string {
  const write = (item: unknown): string => {
    if (Array.isArray(item))
      return `[${item.map(write).join(breakage === 'comments' ? ' /* next, */, ' : ', ')}${breakage === 'commas' && item.length > 0 ? ',' : ''}]`;
    if (typeof item === 'object' && item !== null) {
      const fields = Object.entries(item).map(([key, field]) => `${JSON.stringify(key)}: ${write(field)}`);
      return `{${fields.join(breakage === 'comments' ? ', // it\'s "next"\n' : ', ')}${breakage === 'commas' && fields.length > 0 ? ',' : ''}}`;
    }
    if (breakage === 'python') {
      if (item === null) return 'None';
      if (typeof item === 'boolean') return item ? 'True' : 'False';
    }
    return JSON.stringify(item);
  };
  const rest = write(value);
  switch (breakage) {
    case 'cut off':
      return `{"value": ${rest}, "tag": "wrapped"`;
    case 'bare keys':
      return `{tag: 'wrapped', value: ${rest}}`;
    default:
      return `{"tag": "wrapped", "value": ${rest},}`;
  }
}
