import { estimateTokens } from '../../offline/answer-offline.js';
import { isJsonSchema, type JsonSchema } from '../../offline/schema-instruction.js';
import { ApiFailure } from '../api-failure.js';
import { refuse, unsupportedParameter } from './openai-refusals.js';

/** Features that OpenAI's models refuse, by name. Kept apart from our own table of capabilities, so that each checks the other. */
interface OpenAiModel {
  readonly names: RegExp;
  /** Efforts that it takes; without them it does not reason. */
  readonly efforts?: readonly string[] | undefined;
  /** The effort where none is named. @default not 'none' */
  readonly effort?: 'none' | undefined;
  /** Neither a system nor a developer message. */
  readonly noInstructions?: true | undefined;
  readonly formats?: readonly string[] | undefined;
  readonly responsesOnly?: true | undefined;
  /** Tokens of a reply, and of prompt and reply together. */
  readonly mostOutput?: number | undefined;
  readonly context?: number | undefined;
}

const LOW_TO_HIGH = ['low', 'medium', 'high'];

// First match wins. https://platform.openai.com/docs/models and https://platform.openai.com/docs/guides/reasoning
const MODELS: readonly OpenAiModel[] = [
  { names: /^o1-(preview|mini)/, efforts: [], noInstructions: true, formats: ['text'], mostOutput: 65_536, context: 128_000 },
  { names: /^o\d(-mini)?-pro|^o1-pro/, efforts: LOW_TO_HIGH, responsesOnly: true, mostOutput: 100_000, context: 200_000 },
  { names: /^o\d/, efforts: LOW_TO_HIGH, mostOutput: 100_000, context: 200_000 },
  { names: /^gpt-5[\d.]*-chat/, mostOutput: 16_384, context: 128_000 },
  { names: /^gpt-5-pro/, efforts: ['high'], responsesOnly: true, mostOutput: 272_000, context: 400_000 },
  { names: /^gpt-5[\d.]*-pro/, efforts: ['medium', 'high', 'xhigh'], responsesOnly: true, mostOutput: 128_000, context: 400_000 },
  { names: /^gpt-5(-|$)/, efforts: ['minimal', ...LOW_TO_HIGH], mostOutput: 128_000, context: 400_000 },
  { names: /^gpt-5\.1(-|$)/, efforts: ['none', ...LOW_TO_HIGH], effort: 'none', mostOutput: 128_000, context: 400_000 },
  {
    names: /^gpt-5\.[2-4](-|$)/,
    efforts: ['none', ...LOW_TO_HIGH, 'xhigh'],
    effort: 'none',
    mostOutput: 128_000,
    context: 400_000,
  },
  { names: /^gpt-[5-9]/, efforts: ['none', ...LOW_TO_HIGH, 'xhigh'], mostOutput: 128_000, context: 400_000 },
  { names: /^gpt-4\.1/, mostOutput: 32_768, context: 1_047_576 },
  { names: /^(gpt-4o|chatgpt-4o)/, mostOutput: 16_384, context: 128_000 },
  { names: /^gpt-4-(turbo|1106|0125)/, formats: ['text', 'json_object'], mostOutput: 4_096, context: 128_000 },
  { names: /^gpt-3\.5-turbo/, formats: ['text', 'json_object'], mostOutput: 4_096, context: 16_385 },
  { names: /^gpt-4($|-)/, formats: ['text'], context: 8_192 },
];

const SAMPLING_DEFAULTS: Readonly<Record<string, number>> = {
  temperature: 1,
  top_p: 1,
  presence_penalty: 0,
  frequency_penalty: 0,
};

/** A request to either OpenAI wire, with what each calls by another name. */
export interface AskedOfModel {
  readonly members: JsonSchema;
  readonly effort: unknown;
  /** The name of the effort's member on this wire. */
  readonly effortName: string;
  /** The type of the format asked for. */
  readonly format: unknown;
  readonly maxTokensName: string;
  readonly maxTokens: unknown;
  readonly onResponses: boolean;
  /** All text that the model reads. */
  readonly text: string;
}

/**
 * Refuses a request that its model refuses: sampling while it reasons, unknown efforts, formats newer than the model, replies
 * longer than its maximum. Models that are not listed take everything.
 * @throws ApiFailure 400, or 404 for a model of the other wire
 */
export function checkOpenAiModel(modelId: string, asked: AskedOfModel): void {
  const model = MODELS.find(({ names }) => names.test(modelId));
  if (!model) return;
  const { members, effort, effortName, maxTokens } = asked;
  if (model.responsesOnly && !asked.onResponses) {
    const message = 'This model is only supported in v1/responses and not in v1/chat/completions.';
    throw new ApiFailure({ status: 404, message, parameter: 'model' });
  }
  if (effort !== undefined) checkEffort(model, effort, effortName, asked.onResponses);
  const reasons = model.efforts !== undefined && (effort ?? model.effort ?? 'some') !== 'none';
  if (reasons) {
    if (members['max_tokens'] !== undefined) unsupportedParameter('max_tokens', 'max_completion_tokens');
    for (const [name, value] of Object.entries(SAMPLING_DEFAULTS)) {
      if (members[name] === undefined || (members[name] === value && !asked.onResponses)) continue;
      if (name !== 'temperature' || asked.onResponses) unsupportedParameter(name);
      const given = JSON.stringify(members[name]);
      refuse(
        `Unsupported value: 'temperature' does not support ${given} with this model. Only the default (1) value is supported.`,
        'temperature',
        'unsupported_value',
      );
    }
    for (const name of ['stop', 'logit_bias']) if (members[name] !== undefined) unsupportedParameter(name);
  } else if (model.efforts && members['max_tokens'] !== undefined) {
    unsupportedParameter('max_tokens', 'max_completion_tokens');
  }
  if (typeof asked.format === 'string' && !(model.formats ?? [asked.format]).includes(asked.format)) {
    refuse(`Invalid parameter: 'response_format' of type '${asked.format}' is not supported with this model.`, 'response_format');
  }
  if (model.noInstructions) checkNoInstructions(members['messages']);
  if (typeof maxTokens === 'number' && maxTokens > (model.mostOutput ?? Infinity)) {
    refuse(
      `${asked.maxTokensName} is too large: ${maxTokens}. This model supports at most ${model.mostOutput} completion tokens, whereas you provided ${maxTokens}.`,
      asked.maxTokensName,
      'invalid_value',
    );
  }
  const tokens = estimateTokens(asked.text);
  if (tokens > (model.context ?? Infinity)) {
    refuse(
      `This model's maximum context length is ${model.context} tokens. However, your messages resulted in ${tokens} tokens. Please reduce the length of the messages.`,
      'messages',
      'context_length_exceeded',
    );
  }
}

function checkEffort({ efforts }: OpenAiModel, effort: unknown, name: string, onResponses: boolean): void {
  if (!efforts || efforts.length === 0) {
    if (onResponses) unsupportedParameter(name);
    refuse(`Unrecognized request argument supplied: ${name}`);
  }
  if (typeof effort === 'string' && efforts.includes(effort)) return;
  const quoted = efforts.map((each) => `'${each}'`);
  const known = quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')}, and ${quoted.at(-1)}` : quoted.join('');
  refuse(
    `Unsupported value: '${name}' does not support ${typeof effort === 'string' ? `'${effort}'` : JSON.stringify(effort)} with this model. Supported values are: ${known}.`,
    name,
    'unsupported_value',
  );
}

function checkNoInstructions(messages: unknown): void {
  if (!Array.isArray(messages)) return;
  messages.forEach((message: unknown, index) => {
    const role = isJsonSchema(message) ? message['role'] : undefined;
    if (role !== 'system' && role !== 'developer') return;
    refuse(
      `Unsupported value: 'messages[${index}].role' does not support '${role}' with this model.`,
      `messages[${index}].role`,
      'unsupported_value',
    );
  });
}
