import type { GameFact } from '@entente/diplomacy-game';
import type { ConsoleIo } from '@entente/run-console';
import type { JournalEntry } from '@entente/simulation-core';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createGameStory, gameStory } from './game-story.js';

type FactEntry = Extract<JournalEntry, { type: 'fact-recorded' }>;

/** As they are joined when a game ends: by name, Falls first. */
const SUMMARIES = ['F1901M', 'F1901R', 'S1901M', 'W1901A'].map((phase): FactEntry => {
  const fact = { type: 'phase-summarized', phase, text: `Of ${phase}.` } as unknown as GameFact;
  return { type: 'fact-recorded', v: 1, step: 'W1901A', fact: fact as unknown as FactEntry['fact'] };
});
const IN_ORDER = ['S1901M', 'F1901M', 'F1901R', 'W1901A'];

function told(entries: readonly FactEntry[], columns?: number): string {
  let text = '';
  const io: ConsoleIo = {
    stdout: { write: (words) => (text += words), ...(columns !== undefined && { columns }) },
    stderr: { write: () => {} },
    env: {},
    cwd: '.',
    signals: new EventEmitter(),
  };
  const story = createGameStory(io);
  for (const entry of entries) story.entry('game', entry);
  story.close();
  return text;
}

describe('summaries of phases', () => {
  it('are told in the order of play as they come in', () => {
    expect(told(SUMMARIES).match(/Of \w+/g)).toEqual(IN_ORDER.map((phase) => `Of ${phase}`));
  });

  it('stand at the end of their phase where a game is told from its record', () => {
    const resolved = IN_ORDER.map((phase): FactEntry => ({
      type: 'fact-recorded',
      v: 1,
      step: phase,
      fact: { type: 'phase-resolved', phase },
    }));
    const order = gameStory.inOrder!([...resolved, ...SUMMARIES]).map(({ fact }) => `${fact.type} ${String(fact['phase'])}`);
    expect(order).toEqual(IN_ORDER.flatMap((phase) => [`phase-resolved ${phase}`, `phase-summarized ${phase}`]));
  });
});

describe('a message', () => {
  const text = 'peace '.repeat(60).trim();
  const fact = {
    type: 'round-held',
    phase: 'S1901M',
    round: 1,
    messages: [{ sender: 'FRANCE', recipient: 'GLOBAL', text }],
    dropped: [],
    done: [],
  };
  const entry: FactEntry = { type: 'fact-recorded', v: 1, step: 'S1901M', fact };

  it('is cut to a line on a terminal, visibly, and never in a pipe', () => {
    expect(told([entry], 80)).toMatch(/peace…\n|peac…\n|pea…\n|pe…\n|p…\n|…\n/);
    expect(told([entry])).toContain(text);
  });
});
