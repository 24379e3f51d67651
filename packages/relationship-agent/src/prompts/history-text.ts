import { fillWord } from '@entente/llm-clients';
import type { Experience } from '@entente/relationship';
import type { AgentWords } from './agent-words.js';
import { experienceLine } from './experience-line.js';

const SECTIONS = ['title.other', 'title.secrets', 'title.story', 'title.moments'] as const;

/**
 * Renders a history in sections: the other one, what this partner alone knows, earlier scenes, and everything moment by moment. A longer
 * history only adds to the text, so providers can cache its beginning. Once moments have begun, all that follows is one of them.
 */
export function historyText(words: AgentWords, history: readonly Experience[]): string {
  let current = -1;
  return history
    .flatMap((experience) => {
      const section = Math.max(current, sectionOf(experience));
      const isLater = typeof experience !== 'string' && experience.kind === 'scene' && section === current;
      const title = section > current ? [`${current < 0 ? '' : '\n'}${titleOf(words, section)}`] : isLater ? [''] : [];
      current = section;
      const isListed = typeof experience !== 'string' && experience.kind === 'secret' && section === 1;
      return [...title, isListed ? `- ${listedSecret(words, experience)}` : lineOf(words, experience)];
    })
    .join('\n');
}

function listedSecret(words: AgentWords, { text, since }: Extract<Experience, { readonly kind: 'secret' }>): string {
  return since === undefined ? text : fillWord(words, 'line.secret-since', { scene: since, text });
}

function titleOf(words: AgentWords, section: number): string {
  return words[SECTIONS[section] ?? 'title.moments'];
}

/** The line of an experience. States share experiences from call to call, so each is rendered once. */
function lineOf(words: AgentWords, experience: Experience): string {
  if (typeof experience === 'string') return experience;
  const lines = rendered.get(words) ?? new WeakMap<object, string>();
  rendered.set(words, lines);
  const line = lines.get(experience) ?? experienceLine(words, experience);
  lines.set(experience, line);
  return line;
}

const rendered = new WeakMap<AgentWords, WeakMap<object, string>>();

function sectionOf(experience: Experience): number {
  if (typeof experience === 'string') return 3;
  return experience.kind === 'other' ? 0 : experience.kind === 'secret' ? 1 : experience.kind === 'story' ? 2 : 3;
}
