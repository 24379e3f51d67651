import { fillWord } from '@entente/llm-clients';
import {
  type Background,
  type ByPartner,
  type Character,
  onOneLine,
  RELATION_STATE_NAMES,
  type RelationStates,
  type Secret,
  type StoryEntry,
} from '@entente/relationship';
import { factLines } from './couple-lines.js';
import type { DirectorWords } from './director-words.js';

/** Formats the summaries of earlier scenes. */
export function storyLines(words: DirectorWords, story: readonly StoryEntry[]): readonly string[] {
  const told = story.map(({ scene, turningPoint, summary }) =>
    fillWord(words, 'story.entry', { scene, turningPoint, summary: onOneLine(summary) }),
  );
  return [words['title.story'], ...(told.length > 0 ? told : [words['story.none']])];
}

/** Formats how things stand before a scene: facts, states, secrets from before it and what each made of the last one. */
export function standingLines(
  words: DirectorWords,
  partners: ByPartner<Character>,
  { scene, couple, relation, secrets, resolutions }: Omit<Background, 'story'> & { readonly scene: number },
): readonly string[] {
  const lines = [
    ...factLines(words, partners, couple),
    ...statesLine(words, relation),
    ...secrets.filter(({ since }) => since < scene).map((secret) => secretLine(words, partners, secret)),
    ...resolutions.map((made) =>
      fillWord(words, 'resolution.made', { scene: made.scene, name: partners[made.partner].name, text: onOneLine(made.text) }),
    ),
  ];
  return lines.length > 0 ? ['', words['title.standing'], ...lines] : [];
}

/** Lists secrets with the ids that a reply names them by, a line each; empty for none. */
export function secretList(words: DirectorWords, partners: ByPartner<Character>, secrets: readonly Secret[]): string {
  return secrets
    .map(({ id, owner, text }) => fillWord(words, 'secret.line', { id, name: partners[owner].name, text: onOneLine(text) }))
    .join('\n');
}

/** A secret with the scene in which it came up, which tells when "this evening" was; none for what was so from the start. */
function secretLine(words: DirectorWords, partners: ByPartner<Character>, { owner, text, since }: Secret): string {
  const told = { name: partners[owner].name, text: onOneLine(text) };
  return since === 0 ? fillWord(words, 'secret.kept', told) : fillWord(words, 'secret.kept-since', { ...told, since });
}

function statesLine(words: DirectorWords, relation: RelationStates): readonly string[] {
  const known = RELATION_STATE_NAMES.filter((state) => relation[state] !== 'unknown');
  const named: Readonly<Record<string, string>> = words;
  const states = known.map((state) => named[`state.${state}.${relation[state]}`] ?? `${state} ${relation[state]}`).join('; ');
  return known.length > 0 ? [fillWord(words, 'facts.states', { states })] : [];
}
