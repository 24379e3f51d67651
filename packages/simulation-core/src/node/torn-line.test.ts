import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineChain } from './line-chain.js';
import { problemUnlessTorn } from './torn-line.js';

const chain = new LineChain('r');
const header = chain.seal('{"type":"run-started","v":1,"spec":{"a":[{"type":"x"},{"type":"y"}],"said":"}{\\"type\\":\\""}}');
const fact = chain.seal('{"type":"fact-recorded","v":1,"fact":{"type":"said"}}');
const old = '{"type":"fact-recorded","v":1,"fact":{"type":"said"}}';

test('a line cut short at any byte is no damage, with zeros behind it or not', () => {
  for (let end = 1; end <= header.length; end++)
    for (const zeros of [0, 3])
      expect(problemUnlessTorn(Buffer.concat([Buffer.from(header.slice(0, end)), Buffer.alloc(zeros)]), 'head')).toBeUndefined();
  for (const line of [fact, old])
    for (let end = 0; end <= line.length; end++)
      expect(problemUnlessTorn(Buffer.from(line.slice(0, end)), 'tail')).toBeUndefined();
});

test('lines without their line feeds are damage, whatever replaces them', () => {
  for (const feed of ['', '\r', '\v', '*', ' \t ', '\u2028'])
    for (const [place, lines] of [
      ['head', [header, fact, fact]],
      ['tail', [fact, fact]],
      ['tail', [old, old]],
    ] as const)
      expect(problemUnlessTorn(Buffer.from(lines.join(feed) + feed), place)).toMatch(/line feed/);
});

test('the last line with any other byte in the place of its line feed is damage', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 255 }), (byte) => {
      expect(problemUnlessTorn(Buffer.concat([Buffer.from(fact), Buffer.from([byte])]), 'tail')).toMatch(/line feed/);
    }),
  );
});

test("a file that does not begin like a journal is nobody's to play over", () => {
  for (const other of [Buffer.alloc(4096), Buffer.from('notes'), Buffer.from('\ufeff{"type":"run', 'utf16le')])
    expect(problemUnlessTorn(other, 'head')).toMatch(/no line of a journal/);
});
