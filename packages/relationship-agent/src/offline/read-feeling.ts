import { type Emotion, EMOTIONS } from '@entente/relationship';
import { AGENT_WORDS } from '../prompts/agent-words.js';
import type { MomentRead } from './read-moment.js';

/** Strength of the emotions that a prompt names, 0 to 1. */
export type FeelingRead = { readonly [E in Emotion]?: number };

const STRENGTHS = { 'strength.strong': 0.9, 'strength.clear': 0.6, 'strength.some': 0.35 } as const;

const STRENGTH_NAMES = Object.keys(STRENGTHS) as readonly (keyof typeof STRENGTHS)[];

/** Reads the present feeling: that of the task, else the last of the scene. */
export function readFeeling(task: string, scene: readonly MomentRead[]): FeelingRead {
  const [, now] = /^You feel (.*)\. You think: /m.exec(task) ?? [];
  const text = now ?? scene.findLast(({ kind }) => kind === 'felt')?.emotions ?? '';
  const entries = EMOTIONS.flatMap((emotion) => {
    const named = (name: keyof typeof STRENGTHS) => AGENT_WORDS[name].replace('{emotion}', AGENT_WORDS[`emotion.${emotion}`]);
    const strength = STRENGTH_NAMES.find((name) => text.includes(named(name)));
    return strength ? [[emotion, STRENGTHS[strength]] as const] : [];
  });
  return Object.fromEntries(entries);
}
