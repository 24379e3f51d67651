import { expect, test } from 'vitest';
import { inFirstPerson } from './offline-secret.js';

test.each([
  ['Maya has read three years of Ben’s posts.', 'I have read three years of your posts.'],
  ['Maya has been offered a job and has told nobody.', 'I have been offered a job and have told nobody.'],
  ['Maya does not want a wedding and knows that Ben does.', 'I do not want a wedding and know that you do.'],
  [
    'Maya has begun to see a counsellor and has not told Ben, for fear that he will ask what about.',
    'I have begun to see a counsellor and have not told you, for fear that you will ask what about.',
  ],
  [
    'Maya has a plan, and it makes her want to escape; she has told nobody of it.',
    'I have a plan, and it makes me want to escape; I have told nobody of it.',
  ],
  ['Maya’s mother is ill, and she has forbidden it.', 'my mother is ill, and she has forbidden it.'],
  ['Maya is afraid of Ben.', 'I am afraid of you.'],
  ['Ben was seen with Maya’s sister, and Maya knows it.', 'you were seen with my sister, and I know it.'],
  ['you wrote Ben a long message and have not sent it.', 'I wrote you a long message and have not sent it.'],
  ['your mother asked you whether you are happy.', 'my mother asked me whether I am happy.'],
  ['Maya found the letter that Ben had hidden from Maya.', 'I found the letter that you had hidden from me.'],
  ['Maya has put down her name for a trip.', 'I have put down my name for a trip.'],
  ['Maya signed for both of them.', 'I signed for both of us.'],
])('%s', (secret, told) => {
  expect(inFirstPerson(secret, { name: 'Maya', other: 'Ben' })).toBe(told);
});
