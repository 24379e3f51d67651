import { estimateTokens } from '../../offline/answer-offline.js';
import { membersOf } from './check-well-formed.js';
import { checkRange, refuse } from './openai-refusals.js';

const KNOWN = ['input', 'model', 'dimensions', 'encoding_format', 'user'];
const MOST_TOKENS_OF_A_TEXT = 8_192;
const MOST_TOKENS = 300_000;

/**
 * Refuses a request that OpenAI's embeddings refuse. https://platform.openai.com/docs/api-reference/embeddings/create @throws
 * ApiFailure 400
 */
export function checkEmbeddingsRequest(body: unknown): void {
  const members = membersOf(body);
  const unknown = Object.keys(members).find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) refuse(`Unknown parameter: '${unknown}'.`, unknown, 'unknown_parameter');
  const { input, model, encoding_format: format } = members;
  const texts: readonly unknown[] = Array.isArray(input) ? input : [input];
  if (input === undefined || texts.length === 0 || texts.includes('')) {
    refuse("'$.input' is invalid. Please check the API reference: https://platform.openai.com/docs/api-reference.");
  }
  if (format !== undefined && format !== 'float' && format !== 'base64') {
    refuse(
      `Invalid value: '${JSON.stringify(format)}'. Supported values are: 'float' and 'base64'.`,
      'encoding_format',
      'invalid_value',
    );
  }
  const counts = texts.map((text) => (typeof text === 'string' ? estimateTokens(text) : 0));
  const longest = Math.max(...counts);
  if (longest > MOST_TOKENS_OF_A_TEXT) {
    refuse(
      `This model's maximum context length is ${MOST_TOKENS_OF_A_TEXT} tokens, however you requested ${longest} tokens (${longest} in your prompt; 0 for the completion). Please reduce your prompt; or completion length.`,
    );
  }
  const all = counts.reduce((total, count) => total + count, 0);
  if (all > MOST_TOKENS)
    refuse(`Requested ${all} tokens, max ${MOST_TOKENS} tokens per request`, undefined, 'max_tokens_per_request');
  checkRange(members, 'dimensions', 'integer', [1, model === 'text-embedding-3-small' ? 1_536 : 3_072]);
  if (members['dimensions'] !== undefined && model === 'text-embedding-ada-002') {
    refuse('This model does not support specifying dimensions.', 'dimensions');
  }
}
