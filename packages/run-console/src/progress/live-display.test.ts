import { createFakeClock } from '@entente/llm-clients/testing';
import { describe, expect, it } from 'vitest';
import { printableOutput } from '../text/own-sequence.js';
import { createStyle } from '../text/style.js';
import { createLiveDisplay } from './live-display.js';

/** A screen that understands what the display writes: text, line feeds, moves to the beginning and up, and the two erasures. */
function screenOf(written: string): readonly string[] {
  const lines: string[] = [''];
  let row = 0;
  let column = 0;
  for (const [token] of written.matchAll(/\u001b\[(\d*)([A-Z])|\n|[^\u001b\r\n]+/g)) {
    if (token === '\n') {
      row++;
      column = 0;
      lines[row] ??= '';
    } else if (token === '\u001b[G') column = 0;
    else if (token.endsWith('A') && token.startsWith('\u001b')) row -= Number(token.slice(2, -1));
    else if (token === '\u001b[K') lines[row] = lines[row]!.slice(0, column);
    else if (token === '\u001b[J') {
      lines[row] = lines[row]!.slice(0, column);
      lines.length = row + 1;
    } else if (!token.startsWith('\u001b')) {
      lines[row] = lines[row]!.slice(0, column).padEnd(column) + token + lines[row]!.slice(column + token.length);
      column += token.length;
    }
  }
  return lines;
}

const RUNS = ['a', 'b', 'c'].map((runId) => ({ runId, blueprint: { spec: null, seed: '1', labels: {} } }));

function setUp() {
  const clock = createFakeClock();
  const written = { text: '', writes: 0 };
  const display = createLiveDisplay({
    output: {
      write: (text) => {
        written.text += printableOutput(text);
        written.writes++;
      },
      isTTY: true,
      columns: 80,
      rows: 24,
    },
    style: createStyle(false),
    clock,
    surroundings: { now: () => clock.now(), connections: () => undefined, costOf: () => 0 },
    plannedSteps: () => 2,
    liveLine: () => {
      let facts = 0;
      return { onFact: () => facts++, text: () => `a run with ${facts} facts` };
    },
  });
  return { clock, written, display };
}

describe('createLiveDisplay', () => {
  it('redraws the same lines in place, one write a time', async () => {
    const { clock, written, display } = setUp();
    display.planned(RUNS);
    display.runStarted('a', false);
    display.runStarted('b', false);
    display.entry('a', { type: 'fact-recorded', v: 1, step: 's', fact: { type: 'x' } });
    await clock.advance(300);
    expect(screenOf(written.text).filter((line) => line.startsWith('a run'))).toEqual([
      'a run with 1 facts',
      'a run with 0 facts',
    ]);
    expect(screenOf(written.text)).toHaveLength(4);
    expect(written.writes).toBe(4);
    display.close();
  });

  it('keeps notes above what is redrawn', async () => {
    const { clock, written, display } = setUp();
    display.planned(RUNS);
    display.runStarted('a', false);
    await clock.advance(100);
    display.note('Stopping.');
    await clock.advance(100);
    expect(screenOf(written.text)[0]).toBe('Stopping.');
    expect(screenOf(written.text).filter((line) => line.includes('of 3 done'))).toHaveLength(1);
    display.close();
  });

  it('leaves an empty place behind, and never draws again', async () => {
    const { clock, written, display } = setUp();
    display.planned(RUNS);
    display.runStarted('a', false);
    await clock.advance(200);
    display.close();
    const writes = written.writes;
    await clock.advance(1000);
    expect(screenOf(written.text)).toEqual(['']);
    expect(written.writes).toBe(writes);
  });
});
