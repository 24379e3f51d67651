import type { Experience } from '../ports/scene-actor.js';
import { describeEmotions } from '../memory/emotions.js';

/** Plain text of an experience: what budgets and recall go by. Actors render experiences in the words of their own prompts. */
export function experienceText(experience: Experience): string {
  if (typeof experience === 'string') return experience;
  switch (experience.kind) {
    case 'other':
      return [
        experience.name,
        experience.couple.story ?? '',
        experience.knows,
        ...experience.couple.agreed,
        ...experience.seen,
      ].join(' ');
    case 'scene':
      return `${experience.theme}. ${experience.setting} ${experience.situation}`;
    case 'deed': {
      if (experience.deed === null) return experience.name;
      const { deed, words, tone } = experience.deed;
      return `${experience.name} ${deed} ${tone} ${words}`;
    }
    case 'felt':
      return `${describeEmotions(experience.emotions)} ${experience.thought}`;
    default:
      return experience.text;
  }
}
