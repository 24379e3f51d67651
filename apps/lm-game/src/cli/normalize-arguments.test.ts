import { describe, expect, it } from 'vitest';
import { normalizeArguments } from './normalize-arguments.js';

describe('normalizeArguments', () => {
  it.each([
    [
      ['--max_year', '1902'],
      ['--max-year', '1902'],
    ],
    [['--run_dir=a_b/c_d'], ['--run-dir=a_b/c_d']],
    [
      ['--prompts_dir', 'my_prompts', 'a_word'],
      ['--prompts-dir', 'my_prompts', 'a_word'],
    ],
    [
      ['--set', 'a_b=c', '--', '--left_alone'],
      ['--set', 'a_b=c', '--', '--left_alone'],
    ],
  ])('reads %j as %j', (written, read) => {
    expect(normalizeArguments(written)).toEqual(read);
  });
});
