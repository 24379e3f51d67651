import {
  type Appraisal,
  asSentence,
  type BeatRecord,
  type Choice,
  type Closing,
  feltEmotions,
  EMOTIONS,
  type Emotions,
  onOneLine,
} from '@entente/relationship';
import { hanging, paragraphs, quiet, quoted } from './layout.js';
import { onlySees, tellAlone, type Telling } from './tell-opening.js';

/** Narration that both perceive, after an empty line, and what one alone perceives. */
export function tellNarration(telling: Telling, { narrative, onlySees: alone }: Closing): readonly string[] {
  const both = narrative.trim() === '' ? [] : [paragraphs(telling, narrative)];
  const [first, ...more] = [...both, ...tellAlone(telling, alone, onlySees)];
  return first === undefined ? [] : [`\n${first}`, ...more];
}

/** A move as in a play: `MAYA (flatly) puts the cup down. "I am not angry."` */
export function tellMove(telling: Telling, name: string, { deed, words, tone }: Pick<Choice, 'deed' | 'words' | 'tone'>): string {
  const done = asSentence(onOneLine(deed).startsWith(`${name} `) ? onOneLine(deed).slice(name.length + 1) : deed);
  const sound = onOneLine(tone)
    .replace(/^\((.*)\)$/, '$1')
    .replace(/[.,]$/, '');
  const said = words.trim() === '' ? '' : quoted(words);
  const parts = [telling.style.bold(name.toUpperCase()), sound === '' ? '' : `(${sound})`, done, said];
  const line = parts.filter((part) => part !== '').join(' ');
  return hanging(telling, parts.slice(2).every((part) => part === '') ? `${line} says nothing.` : line);
}

/** A move of the first version, when choices were phrases: `MAYA: leave the room.` */
export function tellPhrase(telling: Telling, name: string, phrase: string): string {
  return hanging(telling, `${telling.style.bold(name.toUpperCase())}: ${asSentence(phrase)}`);
}

/** Thought of somebody, with the strongest feelings. */
export function tellThought(telling: Telling, name: string, { thought, emotions }: Appraisal): string {
  const feelings = feelingsIn(emotions);
  return quiet(telling, `${name} thinks: ${onOneLine(thought)}${feelings === '' ? '' : ` (${feelings})`}`);
}

/** The strongest feelings, each with its degree: two, and all that are as strong as the first; empty if there is little of anything. */
function feelingsIn(emotions: Emotions): string {
  if (EMOTIONS.every((emotion) => emotions[emotion] < 0.25)) return '';
  const felt = feltEmotions(emotions);
  const told = felt.filter(({ strength }, at) => at < 2 || strength === felt[0]?.strength);
  return told.map(({ emotion, strength }) => `${strength} ${emotion === 'acceptance' ? 'trust' : emotion}`).join(', ');
}

export function tellReason(telling: Telling, reason: string): readonly string[] {
  return reason.trim() === '' ? [] : [quiet(telling, `because: ${reason}`)];
}

/**
 * Question and options that somebody was offered, the one that was taken with an arrow; no lines if there were none.
 * @param taken letter of the option; null where none was taken, or not yet
 */
export function tellOptions(
  telling: Telling,
  name: string,
  { question, options }: Pick<BeatRecord, 'question' | 'options'>,
  taken: string | null,
): readonly string[] {
  if (options.length === 0) return [];
  const lines = options.map(({ id, action }) => `${id === taken ? '>' : '·'} ${onOneLine(action)}`);
  return [
    quiet(telling, question.trim() === '' ? `${name} is offered:` : `${name} is asked: ${question}`),
    ...lines.map((line) => telling.style.dim(hanging(telling, line, '        ', '      '))),
  ];
}
