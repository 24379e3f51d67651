/** A value of a GGUF file's metadata, with the type it is written as. */
export type GgufValue =
  | { readonly type: 'u32' | 'f32'; readonly value: number }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'f32[]' | 'i32[]'; readonly value: readonly number[] }
  | { readonly type: 'string[]'; readonly value: readonly string[] };

export interface GgufTensor {
  readonly name: string;
  /** The length of a row first, then the number of rows. */
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

const VERSION = 3;
const ALIGNMENT = 32;
const TYPES = { u32: 4, i32: 5, f32: 6, bool: 7, string: 8, array: 9 } as const;
const TENSOR_F32 = 0;

/** A GGUF file of 32-bit floats, little-endian. https://github.com/ggml-org/ggml/blob/master/docs/gguf.md */
export function encodeGguf(metadata: Readonly<Record<string, GgufValue>>, tensors: readonly GgufTensor[]): Buffer {
  const entries = Object.entries(metadata);
  const head: Buffer[] = [Buffer.from('GGUF'), u32(VERSION), u64(tensors.length), u64(entries.length)];
  for (const [key, value] of entries) head.push(string(key), encodeValue(value));
  let offset = 0;
  for (const { name, shape, data } of tensors) {
    head.push(string(name), u32(shape.length), ...shape.map(u64), u32(TENSOR_F32), u64(offset));
    offset += padded(data.byteLength);
  }
  const body = tensors.map(({ data }) => pad(Buffer.from(data.buffer, data.byteOffset, data.byteLength)));
  return Buffer.concat([pad(Buffer.concat(head)), ...body]);
}

function encodeValue({ type, value }: GgufValue): Buffer {
  switch (type) {
    case 'u32':
      return Buffer.concat([u32(TYPES.u32), u32(value)]);
    case 'f32':
      return Buffer.concat([u32(TYPES.f32), f32(value)]);
    case 'bool':
      return Buffer.concat([u32(TYPES.bool), Buffer.from([value ? 1 : 0])]);
    case 'string':
      return Buffer.concat([u32(TYPES.string), string(value)]);
    case 'f32[]':
      return Buffer.concat([u32(TYPES.array), u32(TYPES.f32), u64(value.length), ...value.map(f32)]);
    case 'i32[]':
      return Buffer.concat([u32(TYPES.array), u32(TYPES.i32), u64(value.length), ...value.map(u32)]);
    case 'string[]':
      return Buffer.concat([u32(TYPES.array), u32(TYPES.string), u64(value.length), ...value.map(string)]);
  }
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function f32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}

function string(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([u64(bytes.length), bytes]);
}

const padded = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT;
const pad = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(padded(bytes.length) - bytes.length)]);
