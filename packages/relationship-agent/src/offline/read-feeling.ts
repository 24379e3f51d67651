import { type Emotion, EMOTIONS } from '@entente/relationship';
import { AGENT_WORDS } from '../prompts/agent-words.js';
import type { MomentRead } from './read-moment.js';

/** Strength of the emotions that a prompt names, 0 to 1. */
export type FeelingRead = { readonly [E in Emotion]?: number };

const STRENGTHS = { strong: 0.9, clear: 0.6, some: 0.35 } as const;

/** Reads the present feeling: that of the task, else the last of the scene. */
export function readFeeling(task: string, scene: readonly MomentRead[]): FeelingRead {
  const [, now] = /^You feel (.*)\. You think: /m.exec(task) ?? [];
  const text = now ?? scene.findLast(({ kind }) => kind === 'felt')?.emotions ?? '';
  const entries = EMOTIONS.flatMap((emotion) => {
    const strength = Object.entries(STRENGTHS).find(([word]) => text.includes(`${word} ${AGENT_WORDS[`emotion.${emotion}`]}`));
    return strength ? [[emotion, strength[1]] as const] : [];
  });
  return Object.fromEntries(entries);
}
