import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readReply } from './read-reply.js';

function read(text: string, schema?: z.ZodType): unknown {
  const reply = readReply(text, schema);
  if (!reply.ok) throw new Error(reply.complaint);
  return reply.value;
}

const mood = z.object({ mood: z.enum(['calm', 'tense']), score: z.number(), note: z.string().optional() });
const CALM = { mood: 'calm', score: 7 };
const diary = z.object({ private_diary: z.string() });
const orders = z.object({ orders: z.array(z.string()) });
const letters = z.enum(['a', 'b', 'c']);

describe('odd replies that say what they mean', () => {
  it.each<[what: string, reply: string, schema: z.ZodType, value: unknown]>([
    ['a key escaped for Markdown', '{"private\\_diary": "x"}', diary, { private_diary: 'x' }],
    ['a key in another case', '{"Private Diary": "x"}', diary, { private_diary: 'x' }],
    ['a key with a blank', '{"private_diary ": "x"}', diary, { private_diary: 'x' }],
    ['an optional key in another case', '{"mood": "calm", "score": 7, "Note": "x"}', mood, { ...CALM, note: 'x' }],
    ['a wrapper', '{"response": {"mood": "calm", "score": 7}}', mood, CALM],
    ['a wrapper within a wrapper', '{"data": {"result": {"mood": "calm", "score": 7}}}', mood, CALM],
    ['a tool call', '{"name": "answer", "arguments": {"mood": "calm", "score": 7}}', mood, CALM],
    [
      'a tool call with its arguments as text',
      '{"name": "answer", "arguments": "{\\"mood\\": \\"calm\\", \\"score\\": 7}"}',
      mood,
      CALM,
    ],
    [
      'a tool call in tags',
      '<tool_call>\n{"name": "answer", "arguments": {"mood": "calm", "score": 7}}\n</tool_call>',
      mood,
      CALM,
    ],
    [
      'a function call',
      '{"type": "function", "function": {"name": "f", "arguments": "{\\"mood\\": \\"calm\\", \\"score\\": 7}"}}',
      mood,
      CALM,
    ],
    ['a schema with values', '{"type": "object", "properties": {"mood": "calm", "score": 7}, "required": ["mood"]}', mood, CALM],
    ['a bare list for the one list', '["A PAR H", "F BRE H"]', orders, { orders: ['A PAR H', 'F BRE H'] }],
    ['full-width marks', '｛"mood"：“calm”，"score"：7｝', mood, CALM],
    ['curly quotes that open and close alike', '{“orders“: [“A PAR H“]}', orders, { orders: ['A PAR H'] }],
    ['low quotes', '{„orders“: [„A PAR H“]}', orders, { orders: ['A PAR H'] }],
    ['guillemets', '{«orders»: [«A PAR H»]}', orders, { orders: ['A PAR H'] }],
    ['a character of no width before a colon', '{"private_diary"\u200b: "x"}', diary, { private_diary: 'x' }],
    ['a byte order mark', '\ufeff{"private_diary": "x"}', diary, { private_diary: 'x' }],
    ['no-break spaces', '{\u00a0"private_diary":\u00a0"x"\u00a0}', diary, { private_diary: 'x' }],
    ['doubled quotes', '{""private_diary"": ""x""}', diary, { private_diary: 'x' }],
    ['escaped quotes', '{\\"orders\\": [\\"A PAR H\\"]}', orders, { orders: ['A PAR H'] }],
    ['JSON in quotes', '"{\\"orders\\": [\\"A PAR H\\"]}"', orders, { orders: ['A PAR H'] }],
    ['JSON in quotes that nobody escaped', '"{"orders": ["A PAR H"]}"', orders, { orders: ['A PAR H'] }],
    ['a number with a plus', '{"mood": "calm", "score": +7}', mood, CALM],
    ['a number without a zero', '{"mood": "calm", "score": .5}', mood, { mood: 'calm', score: 0.5 }],
    ['a number as text', '{"mood": "calm", "score": "7"}', mood, CALM],
    ['a word without quotes', '{mood: calm, score: 7}', mood, CALM],
    ['a word in bold', '{"mood": "**Calm**", "score": 7}', mood, CALM],
    ['null for what may be absent', '{"mood": "calm", "score": 7, "note": null}', mood, CALM],
    ['a letter with a bracket', 'b)', letters, 'b'],
    ['a letter in brackets', '(b)', letters, 'b'],
    ['a letter with a full stop', 'B.', letters, 'b'],
    ['a letter in quotes', "'b'", letters, 'b'],
    ['a bracket too many', '{"mood": "calm", "score": 7}}', mood, CALM],
    ['the word json before it', 'json\n{"mood": "calm", "score": 7}', mood, CALM],
    ['a fence around and text behind', '```JSON\n{"mood": "calm", "score": 7}\n```\nI hope {this} helps: [1].', mood, CALM],
    ['a fence never closed and text before', 'Here:\n```json\n{"mood": "calm", "score": 7}', mood, CALM],
    ['the first brace missing', '"mood": "calm", "score": 7}', mood, CALM],
    ['doubled braces', '{{"orders": ["A PAR H"]}}', orders, { orders: ['A PAR H'] }],
    ['doubled braces throughout', '{{"a": {{"b": 1}}}}', z.object({ a: z.object({ b: z.number() }) }), { a: { b: 1 } }],
    ['lines of keys and values', 'Mood: calm\nScore: 7', mood, CALM],
    ['such lines as a list in bold', '- **Mood:** calm\n- **Score:** 7', mood, CALM],
    ['elements', '<mood>calm</mood>\n<score>7</score>', mood, CALM],
    ['lists in a row of the same', '```json\n["A PAR H"]\n```\n```json\n["A PAR H"]\n```', orders, { orders: ['A PAR H'] }],
    ['objects in a row where a list is due', '{"n": 1}\n{"n": 2}', z.array(z.object({ n: z.number() })), [{ n: 1 }, { n: 2 }]],
    [
      'objects in a row for the one list',
      '{"n": 1}, {"n": 2}',
      z.object({ all: z.array(z.object({ n: z.number() })) }),
      { all: [{ n: 1 }, { n: 2 }] },
    ],
    ['two objects in a row, one of which is asked for', '{"plan": "wait"}\n{"mood": "calm", "score": 7}', mood, CALM],
    ['an answer in two objects', '{"mood": "calm"}\n{"score": 7}', mood, CALM],
    ['an answer beside thoughts', '{"thoughts": "hm", "answer": {"mood": "calm", "score": 7}}', mood, CALM],
    ['an answer as text beside a word', '{"status": "ok", "data": "{\\"mood\\": \\"calm\\", \\"score\\": 7}"}', mood, CALM],
    [
      'a tool call as services write it',
      '{"tool_calls": [{"id": "1", "type": "function", "function": {"name": "f", "arguments": "{\\"mood\\": \\"calm\\", \\"score\\": 7}"}}]}',
      mood,
      CALM,
    ],
    ['a full-width number as text', '{"mood": "calm", "score": "７"}', mood, CALM],
    ['a key twice, with one value', '{"mood": "calm", "Mood": "calm", "score": 7}', mood, CALM],
    ['lines with marks where a list is due', '- A PAR H\n- F BRE H', z.array(z.string()), ['A PAR H', 'F BRE H']],
    ['a line where a list is due', 'A PAR H', z.array(z.string()), ['A PAR H']],
    ['a draft and the answer', 'First {"mood": "tense", "score": 1}. No: {"mood": "calm", "score": 7}', mood, CALM],
    ['a comment on a line of its own', '{"mood": "calm", # for now\n"score": 7}', mood, CALM],
    ['a forgotten comma between lines', '{"mood": "calm"\n"score": 7}', mood, CALM],
    ['the end cut off behind a value', '{"mood": "calm", "score": 7\n', mood, CALM],
    ['a closing quote of another kind', '{"private_diary": "All is well.”\n}', diary, { private_diary: 'All is well.' }],
    [
      'quotations that nobody escaped',
      '{"private_diary": "She said "no", and "never"."}',
      diary,
      { private_diary: 'She said "no", and "never".' },
    ],
  ])('are read: %s', (_, reply, schema, value) => {
    expect(read(reply, schema)).toEqual(value);
  });
});

describe('replies that do not say what they mean', () => {
  it.each<[what: string, reply: string]>([
    ['two values in a row', '{"mood": "calm", "score": 7}\n{"mood": "tense", "score": 1}'],
    ['a key twice', '{"mood": "calm", "score": 7, "mood": "tense"}'],
    ['something behind the end', '{"mood": "calm", "score": 7}, "note": "but"}'],
    ['a piece of something larger', '{"a": {"mood": "calm", "score": 7}, "b: 1}'],
    ['a sound value beside a broken one', '{"mood": "calm", "score": 7}\n{"mood": "tense", "score: 1}'],
    ['a broken value beside a sound one', '{"mood": "tense", "score: 1}\n{"mood": "calm", "score": 7}'],
    ['a string joined by a plus', '{"mood": "ca" + "lm", "score": 7}'],
    ['a string without its end', '{"mood": "calm, "score": 7}'],
    ['a number that may go on', '{"mood": "calm", "score": 7'],
    ['a comma and nothing behind it', '{"mood": "calm", "score": 7,'],
    ['dots for the rest', '{"mood": "calm", "score": 7, ...}'],
    ['a bracket that may stand in two places', '{"mood": "calm", "a": {"b": 1, "score": 7}'],
    ['a description of the value', '{"type": "object", "properties": {"mood": {"type": "string"}, "score": {"type": "number"}}}'],
    ['keys that are none of those asked for', 'Mood: calm\nScore: 7\nBut: who knows'],
    ['two letters', '(a) or (b)'],
    ['a key twice, in another case', '{"mood": "calm", "Mood": "tense", "score": 7}'],
    ['a field in an object of its own, twice', '{"mood": "calm", "score": 7, "note": "x"}\n{"note": "y"}'],
    ['an answer beside an example', '{"verdict": "none", "example": {"mood": "calm", "score": 7}}'],
  ])('are complained of: %s', (_, reply) => {
    expect(readReply(reply, mood).ok).toBe(false);
  });

  it.each([
    '["a"],"b"]',
    '["a" "b"]',
    '["a", "b]}',
    '["a", b"]',
    '["a"]["b"] x',
    '["a","b',
    '"a" "b"',
    'a\nb',
    '{"a": 1, "b": 2} or b',
  ])('are no item of a list, all of them: %s', (reply) => {
    expect(readReply(reply, z.array(z.string()))).toMatchObject({ ok: false });
  });

  it('are complained of where a text is a number with digits that are lost', () => {
    expect(readReply('{"private_diary": 12345678901234567890}', diary)).toMatchObject({ ok: false });
  });

  it.each<[reply: string, complaint: RegExp]>([
    ['{"mood": "calm", "mood": "tense"}', /says one key twice, with different values, near: .*"tense"/],
    ['{"mood": "calm" + "", "score": 7}', /not valid near: \{"mood": "calm" \+/],
    ['{"mood": "calm", "score": 7}\n{"mood": "tense", "score": 1}', /2 values in a row where one is asked for/],
    [`${'['.repeat(2_000)}1`, /more than 100 levels deep/],
    ['x'.repeat(16_000_001), /too long to be read: 16000001 characters/],
  ])('are complained of in words that help', (reply, complaint) => {
    expect(readReply(reply, mood)).toMatchObject({ ok: false, complaint: expect.stringMatching(complaint) as string });
  });
});

describe('a reply of any size and depth', () => {
  const anything = z.object({ mood: z.string(), any: z.unknown() });
  const sizes = { small: 100_000, large: 800_000 };
  it.each<[what: string, piece: string]>([
    ['open braces', '{'],
    ['open brackets', '['],
    ['both', '{['],
    ['keys that open', '{"a": '],
    ['braces in prose', 'prose { and '],
    ['brackets with quotes', '["'],
    ['quotes', '"'],
    ['quotes and commas', '", "'],
    ['unclosed comments', '{/* '],
    ['comments', '[// "a" "b"\n'],
    ['values in prose', 'or {"mood": 1} and '],
    ['values in a row', '{"mood": 1}\n'],
    ['values of the right shape', '{"mood": "x"}, '],
    ['think tags', '<think>a</think>{'],
    ['tags that only close', 'a</think>{"b": "c"'],
    ['smaller-than signs', '<'],
    ['struck text', '<s></s>'],
    ['channels', '<|channel|>analysis<|message|>x<|end|>'],
    ['backslashes', '{"\\'],
    ['blanks', '{          '],
    ['curly quotes', '{“a” '],
    ['lists closed too often', '[]]'],
    ['colons', 'a: '],
    ['lines', 'mood: x\n'],
  ])('costs time in proportion to its length: %s', (_, piece) => {
    const seconds = (length: number): number => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const started = process.cpuUsage().user;
      readReply(text, anything);
      return (process.cpuUsage().user - started) / 1e6;
    };
    seconds(sizes.small);
    const small = seconds(sizes.small);
    // Eight times the text may take no more than thirty times as long: a square would take 64, and on small sums nothing counts.
    expect(seconds(sizes.large)).toBeLessThan(Math.max(3, 30 * small));
  });

  it.each([
    ['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', '{"any":'.repeat(50_000) + '1' + '}'.repeat(50_000)],
    ['lists within text', JSON.stringify({ mood: 'x', any: '[', mood2: '['.repeat(50_000) })],
    ['lists within a text where a list is asked for', JSON.stringify({ list: '['.repeat(50_000) + ']'.repeat(50_000) })],
    ['lists in a broken reply', `Here: {"mood": "x", "any": ${'['.repeat(9_000)}${']'.repeat(9_000)},}`],
  ])('is never deeper than the stack: %s', (_, text) => {
    const list = z.object({ list: z.array(z.unknown()) });
    expect(() => readReply(text, anything)).not.toThrow();
    expect(() => readReply(text, list)).not.toThrow();
    expect(readReply(text, list).ok).toBe(text.includes('"list"'));
  });

  it('complains of a list with more faults than a call takes arguments', () => {
    const list = z.object({ list: z.array(z.object({ n: z.number(), m: z.number() })) });
    const sent = JSON.stringify({ list: Array.from({ length: 100_000 }, () => ({ x: 1 })) });
    expect(readReply(sent, list)).toMatchObject({ ok: false });
  });

  it('takes long lists of what is slightly wrong', () => {
    const list = z.array(z.object({ n: z.number() }));
    const sent = Array.from({ length: 20_000 }, (_, n) => ({ n: String(n) }));
    expect(read(JSON.stringify(sent), list)).toHaveLength(20_000);
  });
});
