import { expect, test } from 'vitest';
import { JournalWriteError } from './journal-errors.js';

test.each([
  ['ENOSPC', 'no room is left on the disk'],
  ['EROFS', 'can only be read'],
  ['EIO', 'the disk fails'],
  ['EACCES', 'may not write there'],
  ['EFBIG', 'larger than its limit'],
  ['EMFILE', 'too many files are open'],
])('a write that failed with %s says what to do, in one line', (code, problem) => {
  const { message } = new JournalWriteError('r', Object.assign(new Error(`${code}: refused, write`), { code }));
  expect(message).toMatch(
    /^the journal of r could not be written: .*: .*, then resume the run, which keeps all it had on record$/,
  );
  expect(message).toContain(problem);
});

test('a used-up quota, for which Node has no name, is recognised', () => {
  const cause = Object.assign(new Error('Unknown system error -122, write'), {
    code: 'Unknown system error -122',
    errno: -122,
  });
  expect(new JournalWriteError('r', cause).message).toMatch(/the quota of this user on the disk is used up/);
});

test('any other failure keeps its own message', () => {
  expect(new JournalWriteError('r', new Error('ESTALE: stale file handle')).message).toMatch(
    /\(?ESTALE: stale file handle.*resume/,
  );
});
