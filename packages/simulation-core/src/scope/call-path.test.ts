import { describe, expect, it } from 'vitest';
import { callPath, deferredPath, isCallWithin, isDeferredPath, parseCallPath, scopePath, stepOfCall } from './call-path.js';

describe('parseCallPath', () => {
  it('reads a call of a step', () => {
    expect(parseCallPath('S1901M/orders/FRANCE#2')).toEqual({
      base: 'S1901M/orders/FRANCE',
      isDeferred: false,
      segments: ['S1901M', 'orders', 'FRANCE'],
      number: 2,
    });
  });

  it('reads a call of deferred work', () => {
    expect(parseCallPath('deferred/scene-1/commitment/ALICE#0')).toEqual({
      base: 'deferred/scene-1/commitment/ALICE',
      isDeferred: true,
      segments: ['scene-1', 'commitment', 'ALICE'],
      number: 0,
    });
  });

  it('reads the path of a scope', () => {
    expect(parseCallPath('S1901M')).toEqual({ base: 'S1901M', isDeferred: false, segments: ['S1901M'], number: 0 });
  });

  it('reads calls outside of any named scope', () => {
    expect(parseCallPath('#3')).toEqual({ base: '', isDeferred: false, segments: [], number: 3 });
  });

  it('reads a step named `deferred` as a step', () => {
    expect(parseCallPath('deferred#0')).toMatchObject({ isDeferred: false, segments: ['deferred'] });
    expect(isDeferredPath('deferred')).toBe(false);
  });

  it.each(['S1901M/orders/FRANCE#0', 'S1901M#11', 'deferred/a/b~1#4', '#0'])('is the inverse of callPath for %s', (path) => {
    const { base, number } = parseCallPath(path);
    expect(callPath(base, number)).toBe(path);
  });
});

describe('scopePath and deferredPath', () => {
  it('join names, and leave out empty ones', () => {
    expect(scopePath('S1901M', 'orders', 'FRANCE')).toBe('S1901M/orders/FRANCE');
    expect(scopePath('', 'orders')).toBe('orders');
    expect(deferredPath('S1901M', 'summary')).toBe('deferred/S1901M/summary');
    expect(deferredPath('S1901M/summary')).toBe('deferred/S1901M/summary');
  });
});

describe('isCallWithin', () => {
  it.each([
    ['scene-1#0', 'scene-1', true],
    ['scene-1/beat-1#0', 'scene-1', true],
    ['scene-10#0', 'scene-1', false],
    ['deferred/scene-1#0', 'scene-1', false],
    ['deferred/scene-1#0', 'deferred/scene-1', true],
  ])('%s in %s: %s', (path, scope, expected) => {
    expect(isCallWithin(path, scope)).toBe(expected);
  });
});

describe('stepOfCall', () => {
  it.each([
    ['scene-1/beat-1#0', 'scene-1'],
    ['scene-1#2', 'scene-1'],
    ['deferred/scene-1/commitment#0', 'deferred'],
    ['#0', ''],
  ])('%s belongs to "%s"', (path, step) => {
    expect(stepOfCall(path)).toBe(step);
  });
});
