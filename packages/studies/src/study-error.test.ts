import { expect, test } from 'vitest';
import { StudyError, StudyFileError } from './study-error.js';

test('isInstance tells classes apart', () => {
  const error = new StudyError('The level is 95; give a share between 0 and 1.');
  const ofFile = new StudyFileError('unknown field "sedes"', { line: 3 });
  expect([error, ofFile].map(StudyError.isInstance)).toEqual([true, true]);
  expect([error, ofFile].map(StudyFileError.isInstance)).toEqual([false, true]);
  expect([new Error('x'), 'x', null].map(StudyError.isInstance)).toEqual([false, false, false]);
});

test('an error is named after its class and keeps its cause', () => {
  const cause = new Error('x');
  const error = new StudyFileError('not YAML', { line: 3, cause });
  expect([error.name, error.message, error.cause]).toEqual(['StudyFileError', 'line 3: not YAML', cause]);
});

test('an error of a second copy of the class is known by its name', () => {
  const names = ['studies/StudyFileError', 'studies/StudyError'];
  const copy = Object.assign(new Error('x'), { [Symbol.for('@entente/error-classes')]: names });
  expect(StudyFileError.isInstance(copy)).toBe(true);
});
