import { describe, expect, it } from 'vitest';
import { readPromptWords } from './read-prompt-words.js';
import { writePromptWords } from './write-prompt-words.js';

const sides = {
  actor: {
    words: {
      rules: 'You speak for one person.\nKeep to {{"a": 1}}.',
      'title.now': 'NOW',
      'line.felt': 'You felt {emotions}. You thought: {thought}',
      'line.situation': '{situation}',
      plain: 'Answer as {"a": 1}',
    },
    needed: { 'line.situation': ['situation'] },
  },
  director: { words: { task: 'YOUR TASK\n{shape}', 'state-line': '  - {state}: {value}', 'line-end': 'x: y # z' } },
} as const;

const read = (files: Readonly<Record<string, string>>) => readPromptWords(files, sides);
const faultsOf = (files: Readonly<Record<string, string>>) =>
  read(files).faults.map(({ file, line, message }) => `${file}${line === undefined ? '' : `:${line}`}: ${message}`);

describe('a folder of words', () => {
  it('replaces what it holds and leaves the rest', () => {
    const folder = {
      'README.txt': '{nonsense}',
      '.DS_Store': '{nonsense}',
      'actor/rules.txt': '\uFEFFDu sprichst für einen Menschen.\r\nUnd so.\n\n',
      'actor/lines.yaml': "title.now: JETZT\n# a comment\nline.felt: 'Gefühlt: {emotions}. Gedacht: {thought}'\n",
      'director/lines.yaml': "state-line: '    * {state}: {value}'\n",
    };
    expect(read(folder)).toEqual({
      words: {
        actor: {
          rules: 'Du sprichst für einen Menschen.\nUnd so.',
          'title.now': 'JETZT',
          'line.felt': 'Gefühlt: {emotions}. Gedacht: {thought}',
        },
        director: { 'state-line': '    * {state}: {value}' },
      },
      asShipped: 0,
      faults: [],
      notes: [],
    });
  });

  it('changes nothing if all is written as it ships', () => {
    const files = writePromptWords(sides);
    expect(Object.keys(files)).toEqual(['actor/rules.txt', 'actor/lines.yaml', 'director/task.txt', 'director/lines.yaml']);
    const { words, asShipped, faults, notes } = read(files);
    expect({ words, faults, notes }).toEqual({ words: { actor: {}, director: {} }, faults: [], notes: [] });
    expect(asShipped).toBe(8);
  });

  it('takes a short word from a file of its own, and a long one from the lines', () => {
    const files = { 'actor/title.now.txt': 'JETZT\n', 'actor/lines.yaml': 'rules: |\n  Eins.\n  Zwei.\n' };
    expect(read(files).words.actor).toEqual({ 'title.now': 'JETZT', rules: 'Eins.\nZwei.' });
  });

  it('makes doubled braces single where a word has no placeholder', () => {
    expect(read({ 'actor/title.now.txt': 'NOW {{x}}' }).words.actor['title.now']).toBe('NOW {x}');
    expect(read({ 'actor/line.felt.txt': '{{x}} {emotions} {thought}' }).words.actor['line.felt']).toBe(
      '{{x}} {emotions} {thought}',
    );
  });

  it('keeps the words that ship for what is empty, and warns of a placeholder that is gone', () => {
    const { words, faults, notes } = read({
      'actor/rules.txt': ' \n',
      'actor/lines.yaml': "title.now:\nline.felt: 'Oh, {emotions}'",
    });
    expect({ words: words.actor, faults }).toEqual({ words: { 'line.felt': 'Oh, {emotions}' }, faults: [] });
    expect(notes).toEqual([
      'title.now in actor/lines.yaml is empty, so our own words are used.',
      'line.felt in actor/lines.yaml does without {thought}, so the prompt will not show it.',
      'actor/rules.txt is empty, so our own words are used.',
    ]);
  });

  it.each([
    [{ 'actor/ruls.txt': 'x' }, 'actor/ruls.txt: there is no such file; did you mean actor/rules.txt?'],
    [{ 'actor/task.txt': 'x' }, 'actor/task.txt: it belongs into the folder director: director/task.txt'],
    [{ 'rules.txt': 'x' }, 'rules.txt: it belongs into the folder actor: actor/rules.txt'],
    [{ 'actors/rules.txt': 'x' }, 'actors/rules.txt: there is no folder actors; did you mean actor/rules.txt?'],
    [{ 'notes.txt': 'x' }, 'notes.txt: it is no prompt; files stand in the folders actor and director'],
    [{ 'actor/lines.yaml': 'a: b\n' }, 'actor/lines.yaml:1: there is no word a; prompts export writes all that there are'],
    [{ 'actor/lines.yaml': '\ntitle.nov: X' }, 'actor/lines.yaml:2: there is no word title.nov; did you mean title.now?'],
    [{ 'actor/lines.yaml': 'state-line: X' }, 'actor/lines.yaml:1: state-line belongs into director/lines.yaml'],
    [{ 'actor/lines.yaml': 'title.now: 12' }, 'actor/lines.yaml:1: title.now has to be a text; write it in quotes'],
    [
      { 'actor/lines.yaml': "title.now: 'X'\nline.situation: {situation} so" },
      'actor/lines.yaml:2: a text that begins with a brace or a bracket has to stand in quotes',
    ],
    [{ 'actor/lines.yaml': '- x' }, 'actor/lines.yaml:1: write one word a line, as "name: text"'],
    [
      { 'actor/lines.yaml': 'title.now: X', 'actor/title.now.txt': 'Y' },
      'actor/title.now.txt: title.now stands in actor/lines.yaml already; keep one of the two',
    ],
    [
      { 'director/task.txt': 'Tun.\n\n{shap} {shape}' },
      'director/task.txt:3: task has no placeholder {shap}; did you mean {shape}?',
    ],
    [
      { 'actor/rules.txt': 'You are {name}.' },
      'actor/rules.txt:1: rules takes no placeholder, and has {name}; write {{ and }} for braces',
    ],
    [
      { 'actor/lines.yaml': 'line.situation: Nothing' },
      'actor/lines.yaml:1: line.situation has lost {situation}, without which the prompt is of no use',
    ],
  ])('refuses %j', (files, fault) => {
    expect(faultsOf(files)).toEqual([fault]);
  });

  it('finds all faults at once', () => {
    expect(faultsOf({ 'x.txt': '', 'actor/y.txt': '', 'actor/lines.yaml': 'a: 1\nb: 2' })).toHaveLength(4);
  });
});
