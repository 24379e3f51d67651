import { asSentence, onOneLine, withoutQuotationMarks } from '@entente/relationship';
import type { MoveStory } from './scene-story';

/** A move as a play prints it; empty parts are absent from the line. */
export interface MoveParts {
  readonly tone: string;
  /** A sentence without its subject: `puts the cup down.` */
  readonly deed: string;
  readonly words: string;
}

/** Takes a move apart. A name, brackets and quotation marks that a model put around the parts are taken off. */
export function moveParts(name: string, { deed, words, tone, isPhrase }: Omit<MoveStory, 'reason' | 'option'>): MoveParts {
  const done = onOneLine(deed);
  const parts = {
    tone: onOneLine(tone)
      .replace(/^\((.*)\)$/, '$1')
      .replace(/[.,]$/, ''),
    deed: done === '' ? '' : asSentence(!isPhrase && done.startsWith(`${name} `) ? done.slice(name.length + 1) : done),
    words: words.trim() === '' ? '' : withoutQuotationMarks(words.trim()),
  };
  return parts.deed === '' && parts.words === '' ? { ...parts, deed: 'says nothing.' } : parts;
}
