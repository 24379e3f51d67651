import type { Experience } from '@entente/relationship';
import type { AgentWords } from './agent-words.js';
import { experienceLine } from './experience-line.js';

const SECTIONS = ['title.other', 'title.secrets', 'title.story', 'title.moments'] as const;

/**
 * Renders the history in sections: the other one, what this partner alone knows, earlier scenes, and everything moment by moment. A longer
 * history only adds to the text, so providers can cache its beginning. Once moments have begun, all that follows is one of them.
 */
export function historyText(words: AgentWords, history: readonly Experience[]): string {
  let current = -1;
  return history
    .flatMap((experience) => {
      const section = Math.max(current, sectionOf(experience));
      const title = section > current ? [`${current < 0 ? '' : '\n'}${words[SECTIONS[section] ?? 'title.moments']}`] : [];
      current = section;
      const isListed = typeof experience !== 'string' && experience.kind === 'secret' && section === 1;
      return [...title, isListed ? `- ${experience.text}` : experienceLine(words, experience)];
    })
    .join('\n');
}

function sectionOf(experience: Experience): number {
  if (typeof experience === 'string') return 3;
  return experience.kind === 'other' ? 0 : experience.kind === 'secret' ? 1 : experience.kind === 'story' ? 2 : 3;
}
