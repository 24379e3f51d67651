import type { OfflineRequest } from '@entente/llm-clients';
import { readTone, type Tone } from '@entente/relationship/offline';

/** Styles of attachment that a persona may show. */
export const ATTACHMENT_STYLES = ['secure', 'anxious', 'avoidant'] as const;
export type AttachmentStyle = (typeof ATTACHMENT_STYLES)[number];

/** Reading of a rendered prompt: only what a real model could read there, too. */
export interface CharacterReading {
  readonly name: string;
  readonly style: AttachmentStyle;
  readonly temper: { readonly kind: boolean; readonly sharp: boolean; readonly playful: boolean; readonly striving: boolean };
  /** Name of the other partner while a scene is under way (default `them`). */
  readonly other: string;
  /** Lines of the history from the present scene, oldest first. */
  readonly scene: readonly string[];
  /** Tone of the other partner's actions in this scene. */
  readonly treatment: Tone;
  /** Task at the end of the prompt. */
  readonly task: string;
}

const STYLE_WORDS: { readonly [Style in AttachmentStyle]: RegExp } = {
  secure: /\b(secure\w*|steady|trust\w*|calm\w*|patien\w*|at ease|even-tempered|open about|grounded|forgiv\w*)\b/gi,
  anxious:
    /\b(anxious\w*|worr\w*|reassur\w*|abandon\w*|cling\w*|overthink\w*|left behind|rereads?|needs to hear|jealous\w*|afraid of losing)\b/gi,
  avoidant: /\b(avoid\w*|guarded|independen\w*|distance|alone|private|space|self-reliant|withdraw\w*|keeps to|escape\w*)\b/gi,
};

/** Reads name, attachment, temper, history and task back out of a prompt of this package. */
export function readCharacter(request: OfflineRequest): CharacterReading {
  const system = request.messages.find(({ role }) => role === 'system')?.text ?? '';
  const user = request.messages.find(({ role }) => role === 'user')?.text ?? '';
  const persona = system.split('WHO YOU ARE\n')[1] ?? '';
  const [lived = '', task = ''] = user.split('\n\nYOUR TASK');
  const history = lived.split('\n').slice(1);
  const scene = history.slice(
    Math.max(
      0,
      history.findLastIndex((line) => SCENE_LINE.test(line)),
    ),
  );
  const [, other] = SCENE_LINE.exec(scene[0] ?? '') ?? [];
  return {
    name: /^You are ([^.]+)\./.exec(persona)?.[1] ?? 'I',
    style: styleOf(persona),
    temper: {
      kind: /\b(kind|gentle|patient|forgiving|warm|generous)\b/i.test(persona),
      sharp: /\b(sharp|sarcastic|stubborn|proud|short-tempered|blunt)\b/i.test(persona),
      playful: /\b(playful|funny|affectionate|silly|laughs)\b/i.test(persona),
      striving: /\b(learning|therapy|trying to|working on|practis\w+)\b/i.test(persona),
    },
    other: other ?? 'them',
    scene: scene.slice(1),
    treatment: readTone(scene.filter((line) => other && line.startsWith(`${other}: `)).join('\n')),
    task,
  };
}

const SCENE_LINE = /^Scene \d+ with ([^:]+): /;

/** Hashes a name to a number from 0 to 1: a leaning of this person that stays the same in every call. */
export function leaningOf(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return ((hash >>> 0) % 1000) / 1000;
}

function styleOf(persona: string): AttachmentStyle {
  const count = (style: AttachmentStyle) => persona.match(STYLE_WORDS[style])?.length ?? 0;
  const [best = 'secure'] = [...ATTACHMENT_STYLES].sort((a, b) => count(b) - count(a));
  return best;
}
