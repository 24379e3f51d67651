import { fillWord, type Message } from '@entente/llm-clients';
import {
  type Background,
  type ByPartner,
  type Character,
  type CoupleFacts,
  PARTNERS,
  type Stage,
  type StorySoFar,
  UNKNOWN_RELATION,
} from '@entente/relationship';
import { characterLines } from './character-lines.js';
import { bondText, coupleLines, tieText } from './couple-lines.js';
import type { DirectorWords } from './director-words.js';
import { planLines, sceneLines, secretsOfScene } from './scene-lines.js';
import { standingLines, storyLines } from './standing-lines.js';

/** Couple and words that every prompt of this package is rendered from. */
export interface Direction {
  readonly partners: ByPartner<Character>;
  readonly words: DirectorWords;
}

/** Builds the messages of a prompt that opens a scene: nothing of the scene is there yet. */
export function openingMessages(direction: Direction, storySoFar: StorySoFar, task: readonly string[]): readonly Message[] {
  const { words } = direction;
  const rules = fillWord(words, 'rules', { bond: bondText(words, storySoFar.couple) });
  return messagesOf(direction, storySoFar.couple, rules, beforeScene(direction, storySoFar), task);
}

/** Builds the messages of a prompt that directs the scene under way; its plan stands before the task, where it changes nothing before it. */
export function stageMessages(direction: Direction, stage: Stage, task: readonly string[]): readonly Message[] {
  const plan = planLines(direction.words, direction.partners, stage);
  return retellingMessages(direction, stage, [...plan, '', ...task]);
}

/** Builds the messages of a prompt that tells the scene again, whatever was planned for it. */
export function retellingMessages(direction: Direction, stage: Stage, task: readonly string[]): readonly Message[] {
  const { words } = direction;
  return messagesOf(
    direction,
    stage.couple,
    fillWord(words, 'rules', { bond: bondText(words, stage.couple) }),
    scene(direction, stage),
    [...tailSecrets(direction, stage), ...task],
  );
}

/** Builds the messages of a prompt of the judge: another rubric, the same scene. */
export function judgeMessages(direction: Direction, stage: Stage, task: readonly string[]): readonly Message[] {
  const { words } = direction;
  const rubric = fillWord(words, 'judge.rules', { bond: bondText(words, stage.couple), tie: tieText(words, stage.couple) });
  // The director's own reading of the relationship is not shown, so that the two judgements stay apart.
  const unread = { ...stage, relation: UNKNOWN_RELATION };
  return messagesOf(direction, stage.couple, rubric, scene(direction, unread), [...tailSecrets(direction, stage), ...task]);
}

/**
 * Builds the messages that all prompts share: rules and both personas (the same for the whole run), the story so far and the scene under
 * way (which only grow), and last the task. Providers cache the unchanged beginning.
 */
function messagesOf(
  { partners, words }: Direction,
  couple: CoupleFacts,
  rules: string,
  history: readonly string[],
  task: readonly string[],
): readonly Message[] {
  const cards = cardsOf(words, partners);
  const both = coupleLines(words, partners, couple);
  return [
    {
      role: 'system',
      parts: [{ kind: 'stable', text: [rules, ...cards, ...(both.length > 0 ? [both.join('\n')] : [])].join('\n\n') }],
    },
    {
      role: 'user',
      parts: [
        { kind: 'history', text: history.join('\n') },
        { kind: 'tail', text: task.join('\n') },
      ],
    },
  ];
}

/** Cards of both, which are the same in every prompt of a run and written once. */
function cardsOf(words: DirectorWords, partners: ByPartner<Character>): readonly string[] {
  const known = written.get(words) ?? new WeakMap<ByPartner<Character>, readonly string[]>();
  written.set(words, known);
  const cards = known.get(partners) ?? PARTNERS.map((partner) => characterLines(words, partner, partners[partner]).join('\n'));
  known.set(partners, cards);
  return cards;
}

const written = new WeakMap<DirectorWords, WeakMap<ByPartner<Character>, readonly string[]>>();

function beforeScene({ partners, words }: Direction, background: Background & { readonly scene: number }): readonly string[] {
  return [...storyLines(words, background.story), ...standingLines(words, partners, background)];
}

function scene(direction: Direction, stage: Stage): readonly string[] {
  return [...beforeScene(direction, stage), '', ...sceneLines(direction.words, direction.partners, stage)];
}

/** Secrets that came up after the scene began: at the end, where they change nothing before them. */
function tailSecrets({ words, partners }: Direction, stage: Stage): readonly string[] {
  const lines = secretsOfScene(words, partners, stage);
  return lines.length > 0 ? [...lines, ''] : [];
}
