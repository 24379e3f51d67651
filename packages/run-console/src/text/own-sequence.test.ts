import { printableJson, printableText } from '@entente/studies/tables';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from './display-width.js';
import { ownSequence, printableOutput } from './own-sequence.js';
import { createStyle } from './style.js';

const style = createStyle(true);
const hostile = fc.string({ unit: 'binary', maxLength: 30 });
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}|\r(?!\n)/u;

describe('what goes to a terminal', () => {
  it.each([
    ['a title', '\u001b]0;owned\u0007', '␛]0;owned␇'],
    ['the clipboard', '\u001b]52;c;aGk=\u001b\\', '␛]52;c;aGk=␛\\'],
    ['a cleared screen', '\u001b[2J\u001b[H', '␛[2J␛[H'],
    ['the short form of an escape', '\u009b2J\u009d0;x\u009c', '�2J�0;x�'],
    ['a line overwritten', 'safe\rerror', 'safe␍error'],
    ['signs taken back', 'ab\u0008\u0008cd', 'ab␈␈cd'],
    ['a text turned round', 'a\u202ecod.exe\u2066b', 'a�cod.exe�b'],
    ['colours from outside', '\u001b[31mred', '␛[31mred'],
    ['lines and columns', 'a\tb\nc\r\nd', 'a\tb\nc\r\nd'],
    ['writing from right to left', 'שלום عليكم', 'שלום عليكم'],
  ])('has %s as text only', (_name, text, shown) => {
    expect(printableOutput(text)).toBe(shown);
    expect(printableOutput(style.red(text))).toBe(`\u001b[31m${shown}\u001b[39m`);
  });

  it('has no control character but those of our own sequences, whatever the text', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (before, inside, after) => {
        const shown = printableOutput(`${before}${style.bold(style.red(inside))}${ownSequence('K')}${after}`);
        const left = shown.replace(/\u001b\[(?:1|22|31|39)m|\u001b\[K/g, '');
        expect(left).not.toMatch(UNPRINTABLE);
        expect((shown.match(/\u001b/g) ?? []).length).toBe(inside === '' ? 1 : 5);
      }),
    );
  });

  it('lets nobody make one of our sequences out of one that was shown', () => {
    const forged = printableOutput(style.red('x'));
    expect(printableOutput(forged)).toBe('␛[31mx␛[39m');
  });

  it('is as wide as it is shown', () => {
    expect(displayWidth(style.red('abc'))).toBe(3);
    expect(displayWidth(printableText('\u001b[31mabc'))).toBe(8);
  });
});

describe('JSON for a terminal', () => {
  it('reads as the same value, and has no control character', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const json = printableJson(JSON.stringify({ text }));
        expect(JSON.parse(json)).toEqual({ text });
        expect(printableOutput(json)).toBe(json);
      }),
    );
  });
});
