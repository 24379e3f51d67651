import { fillWord } from '@entente/llm-clients';
import { asSentence, type Deed, type Experience } from '@entente/relationship';
import type { AgentWords } from './agent-words.js';
import { emotionsInWords } from './emotion-words.js';
import { otherCard } from './other-card.js';

/** Renders one experience in the words of the prompts; a plain text stands as it is. */
export function experienceLine(words: AgentWords, experience: Experience): string {
  if (typeof experience === 'string') return experience;
  const line = (name: keyof AgentWords, values: Readonly<Record<string, string | number>>) => fillWord(words, name, values);
  switch (experience.kind) {
    case 'other':
      return otherCard(words, experience);
    case 'secret':
      return line('line.secret', { text: experience.text });
    case 'wish':
      return line('line.wish', { text: asSentence(experience.text) });
    case 'memory':
    case 'reason':
    case 'reflection':
      return line(`line.${experience.kind}`, { text: experience.text });
    case 'story': {
      const { scene, text } = experience;
      return line('line.story', { scene, text });
    }
    case 'scene': {
      const { scene, other, theme, setting, others, situation } = experience;
      return [
        line('line.scene', { scene, other, theme }),
        ...(setting === '' ? [] : [line('line.setting', { setting })]),
        ...(others.length === 0 ? [] : [line('line.others', { others: others.join('; ') })]),
        ...(situation === '' ? [] : [line('line.situation', { situation })]),
      ].join('\n');
    }
    case 'event':
      return line(experience.alone ? 'line.event-alone' : 'line.event', { text: experience.text });
    case 'narrated':
      return line(experience.alone ? 'line.narrated-alone' : 'line.narrated', { text: experience.text });
    case 'deed': {
      const { self, name, deed } = experience;
      if (deed === null) return line(self ? 'line.own-passed' : 'line.passed', { name });
      return line(self ? 'line.own-deed' : 'line.deed', { name, move: moveText(words, deed) });
    }
    case 'felt':
      return line('line.felt', { emotions: emotionsInWords(words, experience.emotions), thought: experience.thought });
    default:
      experience satisfies never;
      return '';
  }
}

/** A move as a play prints it: `puts the cup down. (flatly) "Not tonight."` */
function moveText(words: AgentWords, { deed, words: said, tone }: Deed): string {
  const sound = tone === '' ? '' : fillWord(words, 'move.tone', { tone });
  const heard = said === '' ? '' : fillWord(words, 'move.words', { words: said });
  return [asSentence(deed), sound, heard].filter((text) => text !== '').join(' ');
}
