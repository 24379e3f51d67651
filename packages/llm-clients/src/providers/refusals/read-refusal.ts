import type { z } from 'zod';
import { STRUCTURED_RUNGS, type StructuredRung } from '../../language-model.js';
import type { FailureClass } from '../failure-rules.js';
import { type Lesson, SETTING_NAMES, type SettingName } from '../lesson.js';
import type { RequestPlan } from '../request-plan.js';
import type { ResponseFailure } from '../response-failure.js';
import { hasUnevenTurns } from '../shape-turns.js';
import { hasForeignCause, speaksOfContext } from './foreign-causes.js';
import { readBounds } from './read-bounds.js';
import { readEfforts } from './read-efforts.js';
import { plainNames, positionOf } from './setting-spellings.js';

/** Parts of a refused request, beside its plan. */
export interface RefusedRequest {
  /** Removed from the words, since a name such as `grok-4-fast-reasoning` does not mention a setting. */
  readonly modelId: string;
  /** Class of the refusal, by `classifyFailure`. */
  readonly means: FailureClass;
  readonly plan: RequestPlan;
  readonly schema: z.ZodType | undefined;
  /** Those the wire has, strongest first. */
  readonly rungs: readonly StructuredRung[];
  /** Whether the wire has more than one name for the limit of the reply, and the other one has not been tried. */
  readonly otherTokensField: RequestPlan['maxTokensField'] | undefined;
  /** Whether the wire cannot do without a limit of the reply. */
  readonly needsMaxTokens: boolean;
  /** The efforts the model was believed to take. */
  readonly efforts: readonly string[];
}

/**
 * A refusal, by the action it calls for: `explained` by its words, with the change they ask for; `unexplained`, so that changes
 * can be tried; or `foreign`, with a cause that no change removes.
 */
export type ReadRefusal =
  { readonly kind: 'explained'; readonly lesson: Lesson } | { readonly kind: 'unexplained' } | { readonly kind: 'foreign' };

const FOREIGN: ReadRefusal = { kind: 'foreign' };
const UNEXPLAINED: ReadRefusal = { kind: 'unexplained' };

/** Words for the shape of a reply and for the machinery that keeps a model to it. */
const SHAPE =
  /schema|grammar|samplers?\b|response_?[\s.]?format|structured[\s_]outputs?|output_?[\s.]?(config|format|schema)|json[\s_](mode|object)|\bjson_\w+|text\.format|guided|constrained|too many states|xgrammar|outlines|llguidance|\bformat\b/i;
/** A fault of this one schema, as opposed to a model that takes none. */
const ONE_SCHEMA =
  /too many states|additionalproperties|too large|too complex|too deep|nesting|conversion|(invalid|unsupported|bad|malformed|failed)\b.{0,60}((\b|response_|output_)schema|grammar|samplers?)|(\b|response_|output_)schema\b.{0,160}(is invalid|is not valid|too many|not permitted|must (be|have)|propert|keyword|features|fields|required)|(parse|compile|initialize).{0,20}(grammar|samplers?)/i;
/** Faults that a schema without strictness does not have. */
const STRICTNESS = /strict|additionalproperties|in context=|'required' is|is not permitted/i;

const INSTRUCTIONS = /\b(system|developer)[\s_'"`]*(role|messages?|prompt|instructions?)?/i;
const ROLES =
  /\broles?\b|system (messages?|prompts?|instructions?)|developer (messages?|instructions?)|does(n't| not) support (the )?'?(system|developer)|alternat|chat template|template error|jinja/i;
const LAST_TURN =
  /(last|final) (message|role|turn)\b.{0,80}\buser|expected last role|(must|should|has to) end with (a )?user|assistant (message )?prefill/i;

/** Reads the reason of a refusal, in whatever words and with whatever status a service gives it. */
export function readRefusal({ status, words: said }: ResponseFailure, request: RefusedRequest): ReadRefusal {
  const { plan } = request;
  const words = { ...said, message: withoutEcho(said.message, plan.messages) };
  const failure = { status, words };
  if (![400, 404, 422, 500, 501].includes(status)) return FOREIGN;
  const text = `${words.param ?? ''} ${words.message}`.replaceAll(request.modelId, 'it');
  const reason = words.message === '' ? `status ${String(status)}` : words.message;
  if (speaksOfContext(failure)) return readContext(text, request, reason);
  if (hasForeignCause(failure, request.means)) return FOREIGN;
  const found =
    (status < 500 || /template|role/i.test(text) ? readRoles(text, plan, reason) : undefined) ??
    readNames(failure, request, reason);
  if (found) return { kind: 'explained', lesson: found };
  // A fault in the prompt itself.
  if (ABOUT_PROMPT.test(words.param ?? '')) return FOREIGN;
  // A 404 is a wrong name or address, unless it is OpenRouter's for "nobody takes all of these parameters".
  if (namesOnlyOthers(text, plan)) return FOREIGN;
  if (status === 404) return /parameters|endpoints? found/i.test(text) ? UNEXPLAINED : FOREIGN;
  return status < 500 ? UNEXPLAINED : FOREIGN;
}

type Said = Pick<ResponseFailure, 'status' | 'words'>;

/** A field of the request that holds the prompt, roles aside. */
const ABOUT_PROMPT = /^(messages|input|prompt|contents?)\b(?!.*\brole\b)/i;
/** Shorter quotations may be names of settings. */
const LEAST_ECHO = 15;

/** Removes quotations of the prompt from a message, since they may contain anything. */
function withoutEcho(message: string, messages: RequestPlan['messages']): string {
  const isEcho = (text: string): boolean =>
    text.trim().length >= LEAST_ECHO && messages.some(({ parts }) => parts.some((part) => part.text.includes(text.trim())));
  const quotes = message.replace(/(["'`“])([^"'`“”]{15,})(["'`”])/g, (all, _open, text: string) => (isEcho(text) ? '' : all));
  const colon = [...quotes.matchAll(/: /g)].find(({ index }) => isEcho(quotes.slice(index + 2).replace(/[."'…]+$/, '')));
  return colon ? quotes.slice(0, colon.index) : quotes;
}

/** Whether a refusal is about settings that were not sent: something between us and the model added them. */
function namesOnlyOthers(text: string, { sent }: RequestPlan): boolean {
  const plain = plainNames(text);
  const named = SETTING_NAMES.filter((setting) => positionOf(setting, plain) !== undefined);
  return named.length > 0 && !named.some((setting) => sent.includes(setting));
}

/** Finds the setting or the shape that a refusal names first, in its field or otherwise in its words. */
function readNames({ status, words }: Said, request: RefusedRequest, reason: string): Lesson | undefined {
  const { plan, schema } = request;
  const shapeIsSent = schema !== undefined && plan.format !== undefined && plan.format.rung !== 'prompt';
  const whole = `${words.param ?? ''} ${words.message}`.replaceAll(request.modelId, 'it');
  for (const text of [words.param ?? '', whole]) {
    const plain = plainNames(text);
    const named = plan.sent
      .map((setting) => ({ setting, at: positionOf(setting, plain) }))
      .filter((each): each is { setting: SettingName; at: number } => each.at !== undefined)
      .toSorted((a, b) => a.at - b.at);
    const shapeAt = shapeIsSent ? plain.search(SHAPE) : -1;
    const [first] = named;
    if (shapeAt >= 0 && (first === undefined || shapeAt <= first.at)) return readShape(whole, request, reason);
    if (first && status < 500)
      return readSetting(
        first.setting,
        named.map(({ setting }) => setting),
        request,
        whole,
        reason,
      );
    if (first && /think|reason|effort/.test(plain)) return readSetting(first.setting, [], request, whole, reason);
    const field = status < 500 ? Object.keys(plan.body ?? {}).find((name) => mentions(text, name)) : undefined;
    if (field !== undefined && typeof plan.body?.[field] === 'number') return { kind: 'drop-field', field, reason };
  }
  return undefined;
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`(^|[^\\w])${name.replace(/[^\w]/g, '.')}([^\\w]|$)`).test(text);
}

function readSetting(
  setting: SettingName,
  named: readonly SettingName[],
  request: RefusedRequest,
  message: string,
  reason: string,
): Lesson | undefined {
  const { plan } = request;
  const both = /\b(both|together|simultaneously|same time|only one|one of)\b/i.test(message);
  if (both && named.includes('temperature') && named.includes('topP')) return { kind: 'drop', parameter: 'topP', reason };
  if (setting === 'reasoningEffort') {
    const allowed = readEfforts(plainNames(message), plan.reasoningEffort ?? '', request.efforts);
    return allowed ? { kind: 'efforts', allowed, reason } : { kind: 'drop', parameter: setting, reason };
  }
  if (setting === 'seed') return { kind: 'drop', parameter: setting, reason };
  // The limit of the reply has to be above Anthropic's budget of reasoning: the budget is what gives way.
  if (setting === 'maxOutputTokens' && named.includes('reasoningEffort') && /greater|larger|exceed|more than/i.test(message)) {
    return { kind: 'drop', parameter: 'reasoningEffort', reason };
  }
  const value = plan[setting] ?? 0;
  const bounds = readBounds(message, value);
  if (setting !== 'maxOutputTokens') {
    return bounds ? { kind: 'bounds', parameter: setting, bounds, reason } : { kind: 'drop', parameter: setting, reason };
  }
  const most = bounds?.most ?? largestBelow(message, value);
  if (most !== undefined && most >= 1) return { kind: 'bounds', parameter: setting, bounds: { most: Math.floor(most) }, reason };
  if (bounds?.least !== undefined) return { kind: 'bounds', parameter: setting, bounds: { least: bounds.least }, reason };
  if (/too (large|high|big|long)|exceed|above/i.test(message) || (request.needsMaxTokens && value > 1_024)) {
    return { kind: 'bounds', parameter: setting, bounds: { most: Math.max(1, Math.floor(value / 2)) }, reason };
  }
  if (request.otherTokensField) return { kind: 'max-tokens-field', field: request.otherTokensField, reason };
  return request.needsMaxTokens ? undefined : { kind: 'drop', parameter: setting, reason };
}

/** The limit in a text about a value that is too large: its largest number that can be meant. */
function largestBelow(text: string, value: number): number | undefined {
  if (!/too (large|high|big|long)|exceed|above|limit|maximum|larger|greater/i.test(text)) return undefined;
  const numbers = [...text.matchAll(/\d{1,3}(?:,\d{3})+|\d+/g)].map(([digits]) => Number(digits.replaceAll(',', '')));
  const below = numbers.filter((number) => number < value && number >= 256);
  return below.length > 0 ? Math.max(...below) : undefined;
}

function readShape(message: string, { plan, schema, rungs }: RefusedRequest, reason: string): Lesson | undefined {
  const { format } = plan;
  if (!format || !schema) return undefined;
  const to = lowerRung(format.rung, rungs);
  if (format.rung !== 'json-schema' || !ONE_SCHEMA.test(message)) return { kind: 'rung', from: format.rung, to, reason };
  if (format.strict && (STRICTNESS.test(message) || !/grammar|sampler|states|conversion|too large|too complex/i.test(message))) {
    return { kind: 'loose-schema', schema, reason };
  }
  return { kind: 'rung', from: format.rung, to, schema, reason };
}

/** The next weaker rung of a wire. */
export function lowerRung(rung: StructuredRung, rungs: readonly StructuredRung[]): StructuredRung {
  return rungs.find((candidate) => STRUCTURED_RUNGS.indexOf(candidate) > STRUCTURED_RUNGS.indexOf(rung)) ?? 'prompt';
}

function readRoles(text: string, plan: RequestPlan, reason: string): Lesson | undefined {
  const { messages, systemRole } = plan;
  if (LAST_TURN.test(text) && messages.at(-1)?.role === 'assistant') return { kind: 'end-with-user', reason };
  if (!ROLES.test(text)) return undefined;
  const hasInstructions = messages.some(({ role }) => role === 'system');
  if (hasInstructions && systemRole === 'developer' && /developer/i.test(text))
    return { kind: 'system-role', role: 'system', reason };
  const aboutOrder = /alternat|beginning|first message|consecutive|in a row|same role/i.test(text);
  if (aboutOrder && hasUnevenTurns(messages)) return { kind: 'merge-turns', reason };
  if (
    hasInstructions &&
    (aboutOrder || INSTRUCTIONS.test(text) || /unexpected|incorrect|unknown|unsupported|invalid|only user|template/i.test(text))
  ) {
    return { kind: 'system-role', role: 'user', reason };
  }
  return undefined;
}

const CONTEXT_SIZE =
  /(?:maximum context length (?:is|of)|context (?:length|window|size)(?: is| of)?|must be <=|max_model_len\D{0,20})\D{0,20}?([\d,]+)/i;
const PROMPT_SIZE =
  /(?:\(([\d,]+) in the messages|([\d,]+) (?:of text|in the messages|input tokens|inputs? tokens|prompt tokens|tokens from the input)|prompt contains (?:at least )?([\d,]+))/i;
/** A reply of fewer tokens is not worth asking for. */
const LEAST_ROOM = 64;

/** Reads a refusal about the context: about the prompt, the reply's limit, or both together. */
function readContext(text: string, { plan }: RefusedRequest, reason: string): ReadRefusal {
  const limit = plan.maxOutputTokens;
  if (limit === undefined) return FOREIGN;
  const explain = (most: number, once: boolean): ReadRefusal => ({
    kind: 'explained',
    lesson: { kind: 'bounds', parameter: 'maxOutputTokens', bounds: { most }, once: once || undefined, reason },
  });
  const bare = text.replace(/[`'"]/g, '');
  const context = toCount(CONTEXT_SIZE.exec(bare)?.[1]);
  const prompt = toCount(PROMPT_SIZE.exec(bare)?.slice(1).find(Boolean));
  if (context !== undefined && prompt !== undefined) {
    // A little less: services count a prompt's own marks differently.
    const room = context - prompt - 8;
    return room >= LEAST_ROOM && room < limit ? explain(room, true) : FOREIGN;
  }
  // Groq: "`max_tokens` must be less than or equal to `8192`, the maximum value … is less than the `context_window`".
  const isAboutLimit = (positionOf('maxOutputTokens', plainNames(text).trimStart()) ?? Infinity) < 12;
  const most = isAboutLimit ? readBounds(text, limit)?.most : undefined;
  return most === undefined ? FOREIGN : explain(most, false);
}

function toCount(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
}
