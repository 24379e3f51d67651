import { expect, test } from 'vitest';
import { encodeGguf } from './encode-gguf.js';

test('a file says its version and its counts, and aligns every tensor', () => {
  const file = encodeGguf({ 'general.name': { type: 'string', value: 'tiny' }, n: { type: 'u32', value: 7 } }, [
    { name: 'a', shape: [3, 1], data: new Float32Array([1, 2, 3]) },
    { name: 'b', shape: [2], data: new Float32Array([4, 5]) },
  ]);
  expect(file.toString('latin1', 0, 4)).toBe('GGUF');
  expect([file.readUInt32LE(4), file.readBigUInt64LE(8), file.readBigUInt64LE(16)]).toEqual([3, 2n, 2n]);
  expect(file.length % 32).toBe(0);
  const tensors = file.length - 64;
  expect([0, 4, 8].map((offset) => file.readFloatLE(tensors + offset))).toEqual([1, 2, 3]);
  expect([0, 4].map((offset) => file.readFloatLE(tensors + 32 + offset))).toEqual([4, 5]);
});

test('metadata keep their types: lists with their length, texts with their bytes', () => {
  const text = encodeGguf({ tokens: { type: 'string[]', value: ['é', '▁a'] } }, []);
  const at = 24 + 8 + 'tokens'.length;
  expect([text.readUInt32LE(at), text.readUInt32LE(at + 4), text.readBigUInt64LE(at + 8), text.readBigUInt64LE(at + 16)]).toEqual(
    [9, 8, 2n, 2n],
  );
  expect(text.toString('utf8', at + 24, at + 26)).toBe('é');
});
