import { EventEmitter } from 'node:events';
import { DEFAULT_RELATIONSHIP_SETTINGS } from '@entente/relationship';
import { type ConsoleIo, displayWidth } from '@entente/run-console';
import type { EntryOf } from '@entente/simulation-core';
import { describe, expect, it } from 'vitest';
import { sceneFacts } from '../../test/scene-facts.js';
import { coupleStory } from './couple-story.js';
import { createStoryDisplay, type StoryCourse } from './story-display.js';

type FactEntry = EntryOf<'fact-recorded'>;

const entryOf = (fact: { readonly type: string }): FactEntry => ({
  type: 'fact-recorded',
  v: 1,
  step: 'scene-1',
  fact: JSON.parse(JSON.stringify(fact)) as FactEntry['fact'],
});
const FACTS = sceneFacts().map(entryOf);

interface Shown {
  readonly columns?: number;
  readonly env?: ConsoleIo['env'];
  readonly isTTY?: boolean;
  readonly course?: StoryCourse;
}

function told(entries: readonly FactEntry[], { columns = 80, env = {}, isTTY = false, course }: Shown = {}): string {
  let text = '';
  const io: ConsoleIo = {
    stdout: { write: (words) => (text += words), columns, isTTY },
    stderr: { write: () => {} },
    env,
    cwd: '.',
    signals: new EventEmitter(),
  };
  const display = createStoryDisplay(io, { A: 'Jonas', B: 'Maya' }, course);
  for (const entry of entries) display.entry('run', entry);
  display.close();
  return text;
}

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('the story of a run', () => {
  it('tells a scene in the order in which it happens', () => {
    const text = onOneLine(told(FACTS));
    const places = [
      'Maya & Jonas They met',
      'only Jonas knows: He has looked',
      'Scene 1 · The third late evening',
      'With them: his sister Ella, asleep on the sofa; the neighbour; Ole. The table has been set',
      'By now they live together.',
      'only Maya knows: She was with',
      'from outside, only Maya knows: The firm in Oslo',
      'The key turns twice.',
      'only Jonas sees: The corner',
      'Jonas is asked: Does Jonas ask',
      '· ask her straight out > clear the table',
      'Jonas thinks: If I ask now',
      '(clear sadness, some trust)',
      'JONAS (quietly) scrapes the cold rice',
      'looking up. "You could have called. That is all. One call."',
      'because: I want her to say it first.',
      'Maya thinks: He has waited',
      'MAYA (flatly) puts the cup down. "I am not angry."',
      'Ella turns over',
      'between them: conflict brewing ("You could have called.")',
      'Jonas looks back: I asked',
      '(no usable look back of Maya: refusal)',
      'planned as: a promise broken',
      'commitment after scene 1: Jonas 5.5 · He keeps',
      '(no score of Maya after scene 1: unparsable)',
      'Scene 2 · a secret comes out The platform.',
      'JONAS lets the moment pass.',
      'In short: She told him.',
      'between them: conflict brewing → conflict left unresolved ("I have signed it."); parted',
      'from now on: they have separated ("I have signed it.")',
      'Jonas now knows what only Maya knew:',
      'commitment after scene 2: Maya 2.0',
      'Maya & Jonas have broken up. Their story ends with scene 2.',
    ];
    const found = places.map((place) => text.indexOf(place));
    expect(places.filter((_, index) => found[index] === -1)).toEqual([]);
    expect(found).toEqual(found.toSorted((one, other) => one - other));
  });

  it('has an empty line before each move, and tells a secret when it comes up and when it is told, and a closed scene once', () => {
    const text = told(FACTS);
    for (const move of ['    Jonas is asked', 'MAYA (flatly)', 'MAYA holds out', 'JONAS lets'])
      expect(text).toContain(`\n\n${move}`);
    expect(text).not.toContain('In short: Maya came home');
    expect(onOneLine(text).split('who has offered her the post')).toHaveLength(3);
    expect(text.split('they live together')).toHaveLength(2);
  });

  it('names the two, never their roles', () => {
    expect(told(FACTS)).not.toMatch(/(?<![\w'])[AB](?![\w'])/);
  });

  it.each([60, 80, 200])('keeps within %i columns, and within those that read well', (columns) => {
    const widths = told(FACTS, { columns })
      .split('\n')
      .map((line) => displayWidth(line));
    expect(Math.max(...widths)).toBeLessThanOrEqual(Math.min(columns, 88));
  });

  it('has colours where the terminal has them, and the same words', () => {
    const [terminal, plain] = [told(FACTS, { isTTY: true, env: { TERM: 'xterm-256color' } }), told(FACTS)];
    const widths = (text: string): readonly number[] => text.split('\n').map((line) => displayWidth(line));
    expect(terminal).not.toBe(plain);
    expect(widths(terminal)).toEqual(widths(plain));
  });

  it('is the same live, when scores come late, and from the record', () => {
    const isScore = ({ fact }: FactEntry): boolean => fact.type === 'commitment-scored' || fact.type === 'judge-missing';
    const late = [...FACTS.filter((entry) => !isScore(entry)), ...FACTS.filter(isScore)];
    const inOrder = coupleStory.inOrder!(late);
    expect(told(inOrder)).toBe(told(coupleStory.inOrder!(FACTS)));
    expect(inOrder.filter(isScore).map(({ fact }) => [fact['scene'], fact['partner']])).toEqual([
      [1, 'B'],
      [1, 'A'],
      [2, 'B'],
      [2, 'A'],
    ]);
    expect(told(late).split('\n').toSorted()).toEqual(told(FACTS).split('\n').toSorted());
  });

  it('tells what it held back where a run stops in the middle of a move', () => {
    const at = FACTS.findIndex(({ fact }) => fact.type === 'choice-made');
    expect(told(FACTS.slice(0, at))).toMatch(/is asked: Does Jonas[^>]*Jonas thinks: If I ask now/s);
    const injected = FACTS.findIndex(({ fact }) => fact.type === 'event-injected');
    expect(told(FACTS.slice(0, injected + 1))).toContain('The firm in Oslo');
  });

  it('goes on by name where the beginning was told elsewhere', () => {
    const text = told(FACTS.slice(FACTS.findIndex(({ fact }) => fact.type === 'choice-made')));
    expect(text).toMatch(/^\nJONAS \(quietly\) scrapes/);
    expect(text).toContain('MAYA (flatly) puts the cup down.');
  });

  it('ends with a break-up only where that ends the run', () => {
    expect(told(sceneFacts({ order: 'fixed' }).map(entryOf))).not.toContain('have broken up');
  });

  it('says which events a break-up kept from being played, by the settings of the run itself', () => {
    const event = { event: 'The lease runs out.', knownTo: ['Maya'] };
    const events = [
      { scene: 2, event: 'It snows.' },
      { scene: 3, ...event },
    ];
    const lost = /Their story ends with scene 2\. From outside, never played: scene 3: "The lease runs out\." \(known to Maya\)/;
    expect(onOneLine(told(sceneFacts({ events }).map(entryOf)))).toMatch(lost);
    const settings = { ...DEFAULT_RELATIONSHIP_SETTINGS, events, order: 'by-state' } as const;
    const course = { settings, material: () => ({ scenarios: [], arcs: [] }) };
    expect(onOneLine(told(sceneFacts({ order: 'fixed' }).map(entryOf), { course }))).toMatch(lost);
    expect(told(FACTS)).not.toContain('never played');
  });

  it('shows the phrase of a journal of the first version as it is', () => {
    const old = { type: 'choice-made', scene: 1, beat: 1, partner: 'A', action: 'leave the room', option: null };
    expect(told([entryOf(old)])).toBe('\nJONAS: leave the room.\n');
  });
});
