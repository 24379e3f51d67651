import { describe, expect, it } from 'vitest';
import { complaintsAboutEnglish } from './plain-english.mjs';

describe('complaintsAboutEnglish', () => {
  it.each([
    'What a run costs.',
    '*\n * Counts calls. What is left is told.\n ',
    ' Who plays a power',
    '* Whom a message is for. ',
    ' That it ended well is on record.',
    ' Where no model plays, nothing is asked.',
    '* Counts orders.\n *\n * Of whom no order is on record.',
    '* @returns What is left.',
    ' Called with what is had.',
    ' A run that is taken for lost.',
    ' The file says which.',
    ' The how-manieth such call',
    ' Cut after so many tokens.',
  ])('complains about %j', (comment) => {
    expect(complaintsAboutEnglish(comment)).not.toEqual([]);
  });

  it.each([
    'Cost of a run, in dollars.',
    ' Counts what is left. Returns it where there is any.',
    '* @throws UsageError where a name is unknown',
    ' Whatever happens, the lock goes.',
    ' What would a reader want? The number.',
    ' Also found in words such as whatsoever, thatched and whose.',
    ' eslint-disable-next-line no-console -- the one place that prints',
  ])('lets %j pass', (comment) => {
    expect(complaintsAboutEnglish(comment)).toEqual([]);
  });

  it('names each fault of a comment', () => {
    expect(complaintsAboutEnglish(' Who is asked. What was had is taken for lost.')).toEqual([
      'Begin with a verb or a noun, not with "Who": "Who is asked."',
      'Begin with a verb or a noun, not with "What": "What was had is taken for lost."',
      'Write an active verb, such as "returned" or "has" instead of "was had".',
      'Write "treated as" instead of "taken for".',
    ]);
  });
});
