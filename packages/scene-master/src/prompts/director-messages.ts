import type { Message } from '@entente/llm-clients';
import { type ByPartner, type Character, PARTNERS, type SceneOpening, type Stage } from '@entente/relationship';

const RULES = `You direct scenes from the life of a couple. You set them, tell what happens and keep the story true; the two partners decide for themselves what they do.
- The partners are A and B. Wherever an id is asked for, answer A or B and nothing else; in prose use their names.
- Never decide a partner's deeds, words or feelings. Tell the world, other people, consequences, and what can be seen and heard.
- Follow causes: what was done in an earlier scene has effects. Neither reward nor punish; couples may grow together, drift or part.
- Plain prose, present tense, concrete detail, no morals.
- Answer with exactly what is asked for and in the shape asked for, with nothing before or after it.`;

/**
 * Builds the messages that all prompts of the director share: rules and both personas (the same for the whole run), the story so far and
 * the scene under way (which only grow), and last the task. Providers cache the unchanged beginning.
 */
export function directorMessages(
  partners: ByPartner<Character>,
  told: { readonly story: readonly string[]; readonly scene?: Pick<Stage, 'scene' | 'opening' | 'transcript'> },
  task: string,
): readonly Message[] {
  const history = ['THE STORY SO FAR', ...(told.story.length > 0 ? told.story : ['Nothing yet: this is where it begins.'])];
  if (told.scene) history.push('', ...sceneLines(partners, told.scene.scene, told.scene.opening), ...told.scene.transcript);
  return [
    { role: 'system', parts: [{ kind: 'stable', text: `${RULES}\n\n${coupleText(partners)}` }] },
    {
      role: 'user',
      parts: [
        { kind: 'history', text: history.join('\n') },
        { kind: 'tail', text: task },
      ],
    },
  ];
}

/** Formats both personas under their ids. */
export function coupleText(partners: ByPartner<Character>): string {
  return PARTNERS.map((partner) => {
    const { name, persona, goal } = partners[partner];
    return `PARTNER ${partner}: ${name}\n${persona}${goal ? `\nHopes for: ${goal}` : ''}`;
  }).join('\n\n');
}

/** Formats the card of a scene: everything that was fixed when it opened. */
export function sceneLines(partners: ByPartner<Character>, scene: number, opening: SceneOpening): readonly string[] {
  const { category, turningPoint, theme, setting, others, situation, conflict, goals } = opening;
  return [
    `SCENE ${scene}: ${theme}`,
    `Kind: ${category}; it turns on: ${turningPoint}`,
    `Where: ${setting}`,
    ...(others.length > 0 ? [`Also present: ${others.join(', ')}`] : []),
    `As it begins: ${situation}`,
    `What pulls them apart: ${conflict}`,
    `${partners.A.name} wants: ${goals.A}`,
    `${partners.B.name} wants: ${goals.B}`,
    'WHAT HAPPENS',
  ];
}
