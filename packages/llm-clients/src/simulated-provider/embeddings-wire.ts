import { estimateTokens } from '../offline/answer-offline.js';
import { LEXICAL_DIMENSIONS, lexicalVector } from '../offline/lexical-vector.js';
import { badRequest, BodyReader } from './body-reader.js';
import { checkEmbeddingsRequest } from './strict/check-embeddings-request.js';

const MOST_DIMENSIONS = 3_072;

export interface EmbeddingsRequest {
  readonly model: string;
  readonly texts: readonly string[];
  readonly base64: boolean;
  readonly dimensions: number;
}

/** https://platform.openai.com/docs/api-reference/embeddings @throws ApiFailure 400 */
export function readEmbeddings(body: unknown, strict: boolean): EmbeddingsRequest {
  const reader = new BodyReader(body);
  if (strict) checkEmbeddingsRequest(body);
  const input = reader.get('input');
  const texts: readonly unknown[] = typeof input === 'string' ? [input] : reader.requiredList('input');
  if (texts.length === 0 || texts.length > 2_048) throw badRequest("'input' must hold 1 to 2048 texts.", 'input');
  if (!texts.every((text): text is string => typeof text === 'string' && text !== '')) {
    throw badRequest("'input' must hold texts that are not empty.", 'input');
  }
  const dimensions = reader.positive('dimensions') ?? LEXICAL_DIMENSIONS;
  if (dimensions > MOST_DIMENSIONS) throw badRequest(`'dimensions' must be at most ${MOST_DIMENSIONS}.`, 'dimensions');
  return { model: reader.requiredString('model'), texts, base64: reader.get('encoding_format') === 'base64', dimensions };
}

export function countEmbeddingTokens(request: EmbeddingsRequest): number {
  return request.texts.reduce((total, text) => total + estimateTokens(text), 0);
}

export function writeEmbeddings(request: EmbeddingsRequest): unknown {
  const tokens = countEmbeddingTokens(request);
  return {
    object: 'list',
    data: request.texts.map((text, index) => {
      const vector = lexicalVector(text, request.dimensions);
      return { object: 'embedding', index, embedding: request.base64 ? toBase64(vector) : Array.from(vector) };
    }),
    model: request.model,
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  };
}

function toBase64(vector: Float32Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
}
