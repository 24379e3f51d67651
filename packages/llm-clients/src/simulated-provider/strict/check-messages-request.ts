import { estimateTokens } from '../../offline/answer-offline.js';
import { isJsonSchema, type JsonSchema } from '../../offline/schema-instruction.js';
import { ApiFailure } from '../api-failure.js';
import { ANTHROPIC_MODEL_RULES, type AnthropicModelRules } from './anthropic-models.js';
import { membersOf } from './check-well-formed.js';

const KNOWN: ReadonlySet<string> = new Set(
  (
    'cache_control container context_management diagnostics inference_geo max_tokens mcp_servers messages metadata model output_config ' +
    'output_format service_tier speed stop_sequences stream system temperature thinking tool_choice tools top_k top_p user_profile_id ' +
    'workspace_id'
  ).split(' '),
);
const LEAST_BUDGET = 1_024;
const LEAST_TOP_P_WHILE_THINKING = 0.95;
const EFFORTS = ['low', 'medium', 'high', 'xhigh', 'max'];

/** Refuses a request that Anthropic's messages refuse. https://platform.claude.com/docs/en/api/messages @throws ApiFailure 400 */
export function checkMessagesRequest(body: unknown): void {
  const members = membersOf(body);
  for (const name of ['model', 'max_tokens', 'messages']) if (members[name] === undefined) refuse(`${name}: Field required`);
  for (const name of Object.keys(members)) if (!KNOWN.has(name)) refuse(`${name}: Extra inputs are not permitted`);
  const { model, max_tokens: maxTokens } = members;
  if (typeof model !== 'string') refuse('model: Input should be a valid string');
  if (typeof maxTokens !== 'number' || !Number.isInteger(maxTokens)) refuse('max_tokens: Input should be a valid integer');
  checkRange(members, 'max_tokens', [1, Infinity]);
  checkRange(members, 'temperature', [0, 1]);
  checkRange(members, 'top_p', [0, 1]);
  checkRange(members, 'top_k', [0, Infinity]);
  checkTurns(members['messages']);
  checkSystem(members['system']);
  const stops: readonly unknown[] = Array.isArray(members['stop_sequences']) ? members['stop_sequences'] : [];
  if (stops.some((stop) => typeof stop === 'string' && stop.trim() === '')) {
    refuse('stop_sequences: each stop sequence must contain non-whitespace');
  }
  checkThinking(members, maxTokens);
  const rules = ANTHROPIC_MODEL_RULES.find(({ names }) => names.test(model));
  if (rules) checkModel(model, members, rules);
}

function checkModel(model: string, members: JsonSchema, rules: AnthropicModelRules): void {
  const { temperature, top_p: topP, max_tokens: maxTokens, thinking, messages } = members;
  const config = isJsonSchema(members['output_config']) ? members['output_config'] : {};
  const set = ['temperature', 'top_p', 'top_k'].find((name) => members[name] !== undefined);
  if (rules.sampling === 'none' && set !== undefined) refuse(`\`${set}\` is deprecated for this model.`);
  if (rules.sampling === 'one' && temperature !== undefined && topP !== undefined) {
    refuse('`temperature` and `top_p` cannot both be specified for this model. Please use only one.');
  }
  if (isJsonSchema(thinking) && !rules.thinking.some((type) => type === thinking['type'])) {
    refuse(`"thinking.type.${String(thinking['type'])}" is not supported for this model.`);
  }
  const { effort, format } = config;
  if (effort !== undefined && effort !== null) {
    if (!rules.efforts) refuse('This model does not support the effort parameter.');
    if (!EFFORTS.some((each) => each === effort))
      refuse(`output_config.effort: Input should be 'low', 'medium', 'high', 'xhigh' or 'max'`);
  }
  if (isJsonSchema(format) && !rules.formats) refuse(`'${model}' does not support output format.`);
  if (typeof maxTokens === 'number' && maxTokens > (rules.mostOutput ?? Infinity)) {
    refuse(`max_tokens: ${maxTokens} > ${rules.mostOutput}, which is the maximum allowed number of output tokens for ${model}`);
  }
  const last: unknown = Array.isArray(messages) ? messages.at(-1) : undefined;
  if (!rules.prefill && isJsonSchema(last) && last['role'] === 'assistant') {
    refuse('This model does not support assistant message prefill. The conversation must end with a user message.');
  }
  const tokens = estimateTokens(JSON.stringify([members['system'], messages]));
  if (tokens > rules.context) refuse(`prompt is too long: ${tokens} tokens > ${rules.context} maximum`);
}

function checkThinking(members: JsonSchema, maxTokens: number): void {
  const { thinking, temperature, top_p: topP, tool_choice: choice } = members;
  if (thinking === undefined) return;
  const { type, budget_tokens: budget } = isJsonSchema(thinking) ? thinking : {};
  if (type !== 'enabled' && type !== 'disabled' && type !== 'adaptive') {
    refuse("thinking: Input tag should be 'enabled', 'disabled' or 'adaptive'");
  }
  if (type === 'disabled') return;
  if (type === 'enabled') {
    if (typeof budget !== 'number') refuse('thinking.enabled.budget_tokens: Field required');
    if (budget < LEAST_BUDGET) refuse(`thinking.enabled.budget_tokens: Input should be greater than or equal to ${LEAST_BUDGET}`);
    if (budget >= maxTokens) refuse('`max_tokens` must be greater than `thinking.budget_tokens`.');
  }
  if (temperature !== undefined && temperature !== 1) refuse('`temperature` may only be set to 1 when thinking is enabled.');
  if (typeof topP === 'number' && topP < LEAST_TOP_P_WHILE_THINKING) {
    refuse('`top_p` must be greater than or equal to 0.95 or unset when thinking is enabled.');
  }
  if (members['top_k'] !== undefined) refuse('`top_k` must be unset when thinking is enabled.');
  if (isJsonSchema(choice) && (choice['type'] === 'any' || choice['type'] === 'tool')) {
    refuse('Thinking may not be enabled when tool_choice forces tool use.');
  }
}

function checkSystem(system: unknown): void {
  for (const { text, marked } of blocksOf(system)) checkText(text, marked, 'system');
}

function checkTurns(messages: unknown): void {
  if (!Array.isArray(messages)) refuse('messages: Input should be a valid list');
  if (messages.length === 0) refuse('messages: at least one message is required');
  let offered: ReadonlySet<unknown> = new Set();
  messages.forEach((message: unknown, index) => {
    const at = `messages.${index}`;
    const { role, content } = isJsonSchema(message) ? message : {};
    if (role === 'system') {
      refuse(
        `messages: Unexpected role "system". The Messages API accepts a top-level \`system\` parameter, not "system" as an input message role.`,
      );
    }
    if (role !== 'user' && role !== 'assistant') {
      refuse(`messages: Unexpected role "${String(role)}". Allowed roles are "user" or "assistant".`);
    }
    if (content === undefined || content === null) refuse(`${at}.content: Field required`);
    const isPrefill = role === 'assistant' && index === messages.length - 1;
    if ((content === '' || (Array.isArray(content) && content.length === 0)) && !isPrefill) {
      refuse(`${at}: all messages must have non-empty content except for the optional final assistant message`);
    }
    const blocks = blocksOf(content);
    for (const { text, marked } of blocks) if (text !== '' || Array.isArray(content)) checkText(text, marked, 'messages');
    if (isPrefill && /\s$/.test(blocks.at(-1)?.text ?? '')) {
      refuse('messages: final assistant content cannot end with trailing whitespace');
    }
    offered = checkToolResults(content, offered, at);
  });
}

// Every call must be answered in the very next turn, with nothing else in it.
function checkToolResults(content: unknown, offered: ReadonlySet<unknown>, at: string): ReadonlySet<unknown> {
  const blocks = Array.isArray(content) ? content.filter(isJsonSchema) : [];
  const given = new Set(blocks.filter(({ type }) => type === 'tool_result').map((block) => block['tool_use_id']));
  for (const id of given) {
    if (!offered.has(id))
      refuse(
        `${at}.content.0: unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${String(id)}. Each \`tool_result\` block must have a corresponding \`tool_use\` block in the previous message.`,
      );
  }
  for (const id of offered) {
    if (!given.has(id))
      refuse(`${at}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${String(id)}.`);
  }
  return new Set(blocks.filter(({ type }) => type === 'tool_use').map(({ id }) => id));
}

function checkText(text: string, marked: boolean, place: string): void {
  if (text === '' && marked) refuse('cache_control cannot be set for empty text blocks');
  if (text === '') refuse(`${place}: text content blocks must be non-empty`);
  if (text.trim() === '') refuse(`${place}: text content blocks must contain non-whitespace text`);
}

function blocksOf(content: unknown): readonly { readonly text: string; readonly marked: boolean }[] {
  if (typeof content === 'string') return [{ text: content, marked: false }];
  if (!Array.isArray(content)) return [];
  return content
    .filter(isJsonSchema)
    .flatMap((block) =>
      typeof block['text'] === 'string' ? [{ text: block['text'], marked: isJsonSchema(block['cache_control']) }] : [],
    );
}

function checkRange(members: JsonSchema, name: string, [least, most]: readonly [number, number]): void {
  const value = members[name];
  if (value === undefined) return;
  if (typeof value !== 'number') refuse(`${name}: Input should be a valid number`);
  if (value < least) refuse(`${name}: Input should be greater than or equal to ${least}`);
  if (value > most) refuse(`${name}: Input should be less than or equal to ${most}`);
}

function refuse(message: string): never {
  throw new ApiFailure({ status: 400, message });
}
