import { describeEmotions } from '../memory/emotions.js';
import type { Experience } from '../ports/scene-actor.js';
import type { CoupleFacts } from './couple-facts.js';

/**
 * Plain text of an experience with everything that a prompt shows of it: what budgets and recall go by. Actors render experiences in the words
 * of their own prompts.
 */
export function experienceText(experience: Experience): string {
  if (typeof experience === 'string') return experience;
  switch (experience.kind) {
    case 'other': {
      const { name, couple, life, ownWork, knows, seen } = experience;
      return joined([name, ...coupleTexts(couple), life.occupation, life.work, ownWork, knows, ...seen]);
    }
    case 'story':
      return `${experience.turningPoint}. ${experience.text}`;
    case 'scene': {
      const { theme, setting, situation, other, others } = experience;
      return joined([`${theme}.`, setting, situation, other, ...others]);
    }
    case 'deed': {
      if (experience.deed === null) return experience.name;
      const { deed, words, tone } = experience.deed;
      return joined([experience.name, deed, tone, words]);
    }
    case 'felt':
      return `${describeEmotions(experience.emotions)} ${experience.thought}`;
    default:
      return experience.text;
  }
}

function coupleTexts({ kind, stage, living, months, children, story, agreed }: CoupleFacts): readonly (string | undefined)[] {
  return [kind, stage, living, months?.toString(), children?.toString(), story, ...agreed];
}

function joined(texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== '').join(' ');
}
