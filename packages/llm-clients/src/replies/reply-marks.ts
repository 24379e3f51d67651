/** A word of a model's own language for conversations that got into its reply. */
export type ReplyMark =
  /** A thought begins and goes on to `until`, or to the end of the reply. */
  | { readonly type: 'thought'; readonly end: number; readonly until: RegExp }
  /** All that stands before it was thought. */
  | { readonly type: 'answer'; readonly end: number }
  /** The turn is over: all that follows is another turn, which the model made up. */
  | { readonly type: 'over'; readonly end: number }
  /** Stands for nothing that was said. */
  | { readonly type: 'nothing'; readonly end: number };

/** `<think>`, `</thinking >`, `<seed:think>`, `<longcat_think>`. */
const TAG =
  /<(\/?)((?:[a-z]{1,20}[:_])?(?:think|thinking|thoughts?|reasoning|reasoning_content|reflection|(?:inner|internal)_?monologue|chain_of_thought|thinking_process|scratch_?pad|antthinking)(?::[\w-]{1,40})?)(?:\s[^<>]{0,200})?(\/?)>/iy;

/** Marks that open and close a thought. A closing mark without an opening one means that everything before it was thought. */
const THOUGHTS: readonly (readonly [opening: string, closing: string])[] = [
  ['[THINK]', '[/THINK]'],
  ['◁think▷', '◁/think▷'],
  ['<|begin_of_thought|>', '<|end_of_thought|>'],
  ['<|START_THINKING|>', '<|END_THINKING|>'],
  ['<|start_thinking|>', '<|end_thinking|>'],
  ['<|thinking|>', '<|/thinking|>'],
  ['<|think|>', '<|/think|>'],
  ['<|think_start|>', '<|think_end|>'],
  ['<|think_begin|>', '<|think_end|>'],
  ['<|inner_prefix|>', '<|inner_suffix|>'],
  ['<|thought|>', '<|/thought|>'],
  ['<|reasoning|>', '<|/reasoning|>'],
  ['<unused94>', '<unused95>'],
  ['<ctrl94>', '<ctrl95>'],
  ['[unused16]', '[unused17]'],
];
const ANSWERS = ['<|begin_of_solution|>', '<|START_RESPONSE|>', '<|START_TEXT|>', '[BEGIN FINAL RESPONSE]'];

/** OpenAI's open models: `<|channel|>analysis<|message|>...<|end|><|start|>assistant<|channel|>final<|message|>`. */
const HARMONY_CHANNEL = /<\|channel\|>\s*(\w+)[^<]{0,100}(?:<\|constrain\|>[^<]{0,40})?<\|message\|>/y;
const END_OF_CHANNEL = /<\|(?:end|return|call)\|>|(?=<\|(?:start|channel)\|>)/g;
/** The same with half of the marks left: `<|channel>thought\n...<channel|>`. */
const HALF_CHANNEL = /<\|channel>\s*(\w*)/y;

const ENDS_OF_TURN =
  /<\|(?:im_end|eot_id|eom_id|endoftext|end_of_text|return|end|call|eot|eos|eos_token|end_of_turn|endofturn|end_of_sentence|end_of_document|end_of_solution|end_of_response|END_OF_TURN_TOKEN|END_RESPONSE|END_TEXT)\|>|<(?:end_of_turn|end_of_text|eos|EOT|eot|turn\||endoftext)>|<\/s>|<｜end▁of▁sentence｜>|\[END FINAL RESPONSE\]|\[eos\]|\[EOS\]|\[unused10\]/iy;
const BEGINNINGS_OF_TURN =
  /(?:<\|(?:im_start|start|start_header_id|user|assistant|system|tool|observation|begin_of_text|startoftext|bos|im_user|im_assistant|im_system|start_of_role|START_OF_TURN_TOKEN|USER_TOKEN|CHATBOT_TOKEN|SYSTEM_TOKEN)\|>|<(?:start_of_turn|bos|s|\|turn)>|<｜(?:begin▁of▁sentence|User|Assistant)｜>|\[INST\])\s{0,10}(?:(?:assistant|model|bot|user|human|system|tool|developer)\b)?[ \t]{0,10}(?:<\|(?:end_header_id|im_sep|im_middle|im_content|end_of_role|message|CHATBOT_TOKEN)\|>)?/iy;
const SOMEBODY_ELSE = /user|human|system|tool|developer|observation|\[INST\]/i;
const NOTHING =
  /<\|(?:message|constrain|channel|im_sep|im_middle|end_header_id|end_of_role|begin_of_box|end_of_box|pad)\|>|<pad>|\[\/INST\]/iy;

/** Characters that can begin a mark; all others are skipped quickly. */
export const MARK_BEGINNING = /[<[◁]/g;
const MAY_BE_MARK = /^(?:<[a-z/|｜]|\[[a-z/]|◁)/i;

/**
 * Returns the mark that begins at `index`, if there is one.
 * @param isFirst whether no text came before it
 */
export function markAt(text: string, index: number, isFirst: boolean): ReplyMark | undefined {
  if (!MAY_BE_MARK.test(text.slice(index, index + 2))) return undefined;
  const mark = plainMarkAt(text, index, isFirst);
  return mark && isSpokenOf(text, index, mark) ? undefined : mark;
}

const QUOTATION = /^(?:""|''|``|“”|‘’|«»|„“)$/;
const WORD_BEFORE = /[\p{L}\p{N},] $/u;
const WORD_BEHIND = /^ (?!(?:user|human|assistant|model|bot|system|tool|developer)\b)\p{Ll}/u;
/** In longer texts it is not looked for the end of each thought. */
const LONGEST_TEXT_ON_MARKS = 20_000;

/** Whether a text only mentions a mark: in quotes (`the tag "<think>"`), or as a word of a sentence (`the tag </s> ends it`). */
function isSpokenOf(text: string, index: number, mark: ReplyMark): boolean {
  if (QUOTATION.test(`${text[index - 1] ?? ''}${text[mark.end] ?? ''}`)) return true;
  if (mark.type !== 'over' && mark.type !== 'thought') return false;
  const behind = text[mark.end - 1] === ' ' ? mark.end - 1 : mark.end;
  if (!WORD_BEFORE.test(text.slice(Math.max(0, index - 2), index)) || !WORD_BEHIND.test(text.slice(behind, behind + 12)))
    return false;
  if (mark.type === 'over') return true;
  mark.until.lastIndex = mark.end;
  return text.length <= LONGEST_TEXT_ON_MARKS && !mark.until.test(text);
}

function plainMarkAt(text: string, index: number, isFirst: boolean): ReplyMark | undefined {
  const tag = at(TAG, text, index);
  if (tag) {
    const end = index + tag[0].length;
    if (tag[1]) return { type: 'answer', end };
    if (tag[3]) return { type: 'nothing', end };
    return { type: 'thought', end, until: new RegExp(`</${escaped(tag[2] ?? '')}\\s*>`, 'gi') };
  }
  for (const [opening, closing] of THOUGHTS) {
    if (text.startsWith(opening, index))
      return { type: 'thought', end: index + opening.length, until: new RegExp(escaped(closing), 'g') };
    if (text.startsWith(closing, index)) return { type: 'answer', end: index + closing.length };
  }
  const answer = ANSWERS.find((mark) => text.startsWith(mark, index));
  if (answer !== undefined) return { type: 'answer', end: index + answer.length };
  if (text[index] === '<' || text[index] === '[') return channelAt(text, index) ?? turnAt(text, index, isFirst);
  return undefined;
}

/**
 * Index at which the answer begins in a reply whose marks a server has reduced to their words: `analysisThe user asks
 * ...assistantfinalYes.`
 */
export function startOfAnswer(text: string): number {
  // Granite's way.
  const response = /^\s*Here(?: is|'s) my thought process:/i.test(text) ? /Here(?: is|'s) my response:/i.exec(text) : null;
  if (response) return response.index + response[0].length;
  if (!/^\s*analysis/.test(text)) return 0;
  const final = text.lastIndexOf('assistantfinal');
  return final < 0 ? 0 : final + 'assistantfinal'.length;
}

function channelAt(text: string, index: number): ReplyMark | undefined {
  if (text.startsWith('<channel|>', index)) return { type: 'answer', end: index + '<channel|>'.length };
  const half = at(HALF_CHANNEL, text, index);
  if (half) {
    const end = index + half[0].length;
    return isAnswer(half[1]) ? { type: 'answer', end } : { type: 'thought', end, until: /<channel\|>/g };
  }
  const channel = at(HARMONY_CHANNEL, text, index);
  if (!channel) return undefined;
  const end = index + channel[0].length;
  return isAnswer(channel[1]) ? { type: 'answer', end } : { type: 'thought', end, until: new RegExp(END_OF_CHANNEL) };
}

const isAnswer = (channel: string | undefined): boolean => /^(?:final|response|answer)$/i.test(channel ?? '');

function turnAt(text: string, index: number, isFirst: boolean): ReplyMark | undefined {
  const beginning = at(BEGINNINGS_OF_TURN, text, index);
  if (beginning) {
    const end = index + beginning[0].length;
    // `<s>` within a text strikes it through.
    if (/^<s>/i.test(beginning[0])) return isFirst ? { type: 'nothing', end: index + 3 } : undefined;
    if (SOMEBODY_ELSE.test(beginning[0])) return { type: 'over', end };
    return { type: isFirst || beginning[0].startsWith('<|start|>') ? 'nothing' : 'over', end };
  }
  const over = at(ENDS_OF_TURN, text, index);
  if (over) {
    if (over[0] === '</s>' && text.slice(Math.max(1, index - 1_000), index).includes('<s>')) return undefined;
    return { type: isFirst ? 'nothing' : 'over', end: index + over[0].length };
  }
  const nothing = at(NOTHING, text, index);
  return nothing ? { type: 'nothing', end: index + nothing[0].length } : undefined;
}

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

const escaped = (text: string): string => text.replace(/[|\\{}()[\]^$+*?.]/g, '\\$&');
