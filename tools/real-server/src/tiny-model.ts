import { seededRandom } from './seeded-random.js';
import { encodeGguf, type GgufTensor, type GgufValue } from './encode-gguf.js';
import { SPACE, trainVocabulary } from './train-vocabulary.js';

const PIECES = 1_200;
const CONTEXT = 32_768;
const WIDTH = 32;
const HEADS = 2;
const HIDDEN = 64;
const LAYERS = 1;

// Constant first place of every token's vector. No layer writes there, so the first place of an output row is a taste.
const CONSTANT = 8;
/** Tokens that a text of random ones needs oftener, so that it ends; and those that it can do without. */
const TASTES: Readonly<Record<string, number>> = { '</s>': 0.8, '"': 0.85, '}': 1, ']': 1, ',': 0.5, '.': 0.5, '<unk>': -3 };
const TASTE_FOR_BYTES = -2;

const NORMAL = 1;
const UNKNOWN = 2;
const CONTROL = 3;
const BYTE = 6;

interface Vocabulary {
  readonly tokens: readonly string[];
  readonly scores: readonly number[];
  readonly types: readonly number[];
}

/**
 * A llama of one small layer with random weights, as a GGUF file of half a megabyte: the same for the same text and seed. Its tokenizer
 * is a real one, learned from the text, and falls back to bytes. Its replies make no sense.
 */
export function createTinyModel(text: string, seed = 1): Buffer {
  const vocabulary = createVocabulary(text);
  return encodeGguf(metadataOf(vocabulary), tensorsOf(vocabulary, gaussian(seededRandom(seed))));
}

function createVocabulary(text: string): Vocabulary {
  const pieces = trainVocabulary(text, PIECES);
  const printable = Array.from({ length: 0x7f - 0x21 }, (_, index) => String.fromCharCode(0x21 + index));
  const bytes = Array.from({ length: 256 }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`);
  const normal = [...new Set([...pieces, SPACE, ...printable])];
  return {
    tokens: ['<unk>', '<s>', '</s>', ...bytes, ...normal],
    // The earlier a piece was learned, the earlier it is joined.
    scores: [0, 0, 0, ...bytes.map(() => 0), ...normal.map((_, index) => -index)],
    types: [UNKNOWN, CONTROL, CONTROL, ...bytes.map(() => BYTE), ...normal.map(() => NORMAL)],
  };
}

function metadataOf({ tokens, scores, types }: Vocabulary): Readonly<Record<string, GgufValue>> {
  return {
    'general.architecture': { type: 'string', value: 'llama' },
    'general.name': { type: 'string', value: 'tiny' },
    'general.file_type': { type: 'u32', value: 0 },
    'llama.context_length': { type: 'u32', value: CONTEXT },
    'llama.embedding_length': { type: 'u32', value: WIDTH },
    'llama.block_count': { type: 'u32', value: LAYERS },
    'llama.feed_forward_length': { type: 'u32', value: HIDDEN },
    'llama.attention.head_count': { type: 'u32', value: HEADS },
    'llama.attention.head_count_kv': { type: 'u32', value: HEADS },
    'llama.attention.layer_norm_rms_epsilon': { type: 'f32', value: 1e-5 },
    'llama.rope.dimension_count': { type: 'u32', value: WIDTH / HEADS },
    'llama.vocab_size': { type: 'u32', value: tokens.length },
    'tokenizer.ggml.model': { type: 'string', value: 'llama' },
    'tokenizer.ggml.tokens': { type: 'string[]', value: tokens },
    'tokenizer.ggml.scores': { type: 'f32[]', value: scores },
    'tokenizer.ggml.token_type': { type: 'i32[]', value: types },
    'tokenizer.ggml.unknown_token_id': { type: 'u32', value: 0 },
    'tokenizer.ggml.bos_token_id': { type: 'u32', value: 1 },
    'tokenizer.ggml.eos_token_id': { type: 'u32', value: 2 },
    'tokenizer.ggml.add_bos_token': { type: 'bool', value: true },
    'tokenizer.ggml.add_eos_token': { type: 'bool', value: false },
  };
}

function tensorsOf({ tokens, types }: Vocabulary, draw: () => number): readonly GgufTensor[] {
  const matrix = (name: string, shape: readonly [number, number], spread: number): GgufTensor => ({
    name,
    shape,
    data: Float32Array.from({ length: shape[0] * shape[1] }, () => draw() * spread),
  });
  const ones = (name: string): GgufTensor => ({ name, shape: [WIDTH], data: new Float32Array(WIDTH).fill(1) });
  const embedding = matrix('token_embd.weight', [WIDTH, tokens.length], 0.5);
  const output = matrix('output.weight', [WIDTH, tokens.length], 0.4);
  tokens.forEach((token, index) => {
    embedding.data[index * WIDTH] = CONSTANT;
    output.data[index * WIDTH] = TASTES[token] ?? (types[index] === BYTE ? TASTE_FOR_BYTES : 0);
  });
  // A layer's result is added to the vector: its first row is zero, so that the constant stays.
  const adding = (name: string, from: number): GgufTensor => {
    const tensor = matrix(name, [from, WIDTH], 0.15);
    tensor.data.fill(0, 0, from);
    return tensor;
  };
  const layers = Array.from({ length: LAYERS }, (_, index) => `blk.${index}`).flatMap((layer) => [
    ones(`${layer}.attn_norm.weight`),
    matrix(`${layer}.attn_q.weight`, [WIDTH, WIDTH], 0.15),
    matrix(`${layer}.attn_k.weight`, [WIDTH, WIDTH], 0.15),
    matrix(`${layer}.attn_v.weight`, [WIDTH, WIDTH], 0.15),
    adding(`${layer}.attn_output.weight`, WIDTH),
    ones(`${layer}.ffn_norm.weight`),
    matrix(`${layer}.ffn_gate.weight`, [WIDTH, HIDDEN], 0.15),
    matrix(`${layer}.ffn_up.weight`, [WIDTH, HIDDEN], 0.15),
    adding(`${layer}.ffn_down.weight`, HIDDEN),
  ]);
  return [embedding, ...layers, ones('output_norm.weight'), output];
}

// Box and Muller's normal distribution.
function gaussian(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
