import { fillWord } from '@entente/llm-clients';
import { type ByPartner, type Character, type Deed, onOneLine, PARTNERS, type TranscriptItem } from '@entente/relationship';
import type { DirectorWords } from './director-words.js';

/** Formats narration and moves as a play: `Maya, flatly: [puts the cup down] "I am not angry."` */
export function transcriptLines(
  words: DirectorWords,
  partners: ByPartner<Character>,
  transcript: readonly TranscriptItem[],
): readonly string[] {
  return transcript.flatMap((item) => itemLines(words, partners, item));
}

function itemLines(words: DirectorWords, partners: ByPartner<Character>, item: TranscriptItem): readonly string[] {
  if (typeof item === 'string') return [onOneLine(item)];
  if (item.kind === 'deed') return [deedLine(words, partners[item.partner].name, item.choice)];
  return [
    ...(item.text === '' ? [] : [onOneLine(item.text)]),
    ...PARTNERS.filter((partner) => item.onlySees[partner] !== '').map((partner) =>
      fillWord(words, 'narrated.one', { name: partners[partner].name, text: onOneLine(item.onlySees[partner]) }),
    ),
  ];
}

function deedLine(words: DirectorWords, name: string, choice: Deed | null): string {
  const [deed, said, tone] = [choice?.deed ?? '', choice?.words ?? '', choice?.tone ?? ''].map(onOneLine);
  if (!deed && !said) return fillWord(words, 'deed.passed', { name });
  const sound = tone ? fillWord(words, 'deed.tone', { tone }) : '';
  const done = deed ? [fillWord(words, 'deed.done', { deed })] : [];
  const heard = said ? [fillWord(words, 'deed.said', { words: said })] : [];
  return `${name}${sound}: ${[...done, ...heard].join(' ')}`;
}
