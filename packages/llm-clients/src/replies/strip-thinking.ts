import type { GenerateResult } from '../language-model.js';
import { parseStrictly } from './parse-strictly.js';
import { MARK_BEGINNING, markAt, startOfAnswer } from './reply-marks.js';

/**
 * Removes the model's thoughts and conversation marks from a reply: thoughts in the tags of any model family, everything before a
 * closing tag without an opening one (some servers put that into the prompt), a thought that was never closed, marks of the end,
 * and a next turn that the model wrote itself.
 */
export function stripThinking(text: string): string {
  let kept = '';
  let isFirst = true;
  const keep = (said: string): void => {
    kept += said;
    isFirst &&= said.trim() === '';
  };
  let index = startOfAnswer(text);
  while (index < text.length) {
    MARK_BEGINNING.lastIndex = index;
    const next = MARK_BEGINNING.exec(text)?.index;
    if (next === undefined) return (kept + text.slice(index)).trim();
    keep(text.slice(index, next));
    const mark = markAt(text, next, isFirst);
    index = mark?.end ?? next + 1;
    switch (mark?.type) {
      case undefined:
        keep(text[next]!);
        break;
      case 'answer':
        kept = '';
        isFirst = true;
        break;
      case 'thought':
        index = endOfThought(text, mark);
        break;
      case 'over':
        return kept.trim();
      case 'nothing':
        break;
    }
  }
  return kept.trim();
}

/** Returns the text after the last mark that ends a thought; empty if there is none. */
export function saidBehindThought(text: string): string {
  let behind = startOfAnswer(text);
  for (const { index } of text.matchAll(MARK_BEGINNING)) {
    const mark = index < behind ? undefined : markAt(text, index, false);
    if (mark?.type === 'answer') behind = mark.end;
    if (mark?.type === 'thought') behind = Math.max(behind, endOfThought(text, mark));
  }
  return behind === 0 ? '' : stripThinking(text.slice(behind));
}

const ANSWER_TAGS = /^<(answer|final_answer|final|response|output|solution)>([^]*)<\/\1>$/i;

/** A text without the tags of an answer around all of it, as Hunyuan, Ernie and GLM write them. */
export function withoutAnswerTags(text: string): string {
  const [, name, inner] = ANSWER_TAGS.exec(text) ?? [];
  return name === undefined || inner === undefined || inner.toLowerCase().includes(`<${name.toLowerCase()}>`)
    ? text
    : inner.trim();
}

const FENCED = /^```[\w-]*[ \t]*\n([\s\S]*?)\n?```$/;

/** A reply without thoughts and without the fence around all of it. */
export function bareText(text: string): string {
  const spoken = stripThinking(text).trim();
  return (FENCED.exec(spoken)?.[1] ?? spoken).trim();
}

/** Returns the index just after a thought; the end of the text if the thought is never closed. */
export function endOfThought(text: string, { end, until }: { readonly end: number; readonly until: RegExp }): number {
  until.lastIndex = end;
  const closing = until.exec(text);
  return closing ? closing.index + closing[0].length : text.length;
}

/** Whether a reply, without what was thought aloud, holds anything like the beginning of an object. */
export function holdsObject(text: string): boolean {
  return stripThinking(text).includes('{');
}

/**
 * Returns the part of an answer from which a value is read. Some servers file the answer under the model's thoughts and leave the
 * reply empty: then it is the text after the mark that ends the thoughts, or the thoughts themselves if they are one JSON value
 * from end to end. A draft among thoughts is never used as the answer.
 */
export function answerOf({ text, reasoning = '' }: Pick<GenerateResult, 'text' | 'reasoning'>): string {
  if (reasoning === '' || stripThinking(text) !== '') return text;
  const value = parseStrictly(bareText(reasoning))?.value;
  return typeof value === 'object' && value !== null ? reasoning : saidBehindThought(reasoning);
}

/** The same where text is asked for: thoughts without a mark of their end are thoughts. */
export function textOf({ text, reasoning = '' }: Pick<GenerateResult, 'text' | 'reasoning'>): string {
  return withoutAnswerTags(stripThinking(text) || saidBehindThought(reasoning));
}
