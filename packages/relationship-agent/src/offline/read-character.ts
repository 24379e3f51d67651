import type { OfflineRequest } from '@entente/llm-clients';
import { AGENT_WORDS } from '../prompts/agent-words.js';
import { type Attachment, readAttachment } from './read-attachment.js';
import { type FeelingRead, readFeeling } from './read-feeling.js';
import { type MomentRead, readMoment } from './read-moment.js';
import { readTie, type TieRead } from './read-tie.js';
import { readWords } from './read-words.js';

/** Reading of a rendered prompt: only what a real model could read there, too. */
export interface CharacterReading {
  readonly name: string;
  /** Rules and persona. */
  readonly persona: string;
  readonly attachment: Attachment;
  readonly temper: { readonly kind: boolean; readonly sharp: boolean; readonly playful: boolean; readonly striving: boolean };
  readonly dealbreakers: readonly string[];
  readonly habits: readonly string[];
  /** Bond and stage, as far as the prompt tells them. */
  readonly tie: TieRead;
  /** Name of the other partner; empty if it cannot be read. */
  readonly other: string;
  /** Everything before the task. */
  readonly history: string;
  /** Secrets that are still kept, oldest first. */
  readonly secrets: readonly string[];
  /** Earlier scenes as this person remembers them. */
  readonly stories: readonly string[];
  /** Setting and situation of the scene under way. */
  readonly situation: string;
  /** Moments of the scene under way, oldest first. */
  readonly scene: readonly MomentRead[];
  /** Feeling of this moment, by emotion; empty if it is unknown. */
  readonly feeling: FeelingRead;
  readonly question: string;
  readonly options: readonly { readonly id: string; readonly action: string }[];
  /** Numbered memories that are to be felt. */
  readonly asked: readonly { readonly number: number; readonly text: string }[];
}

/** Reads person, history and task back out of a prompt of this package. */
export function readCharacter(request: OfflineRequest): CharacterReading {
  const system = request.messages.find(({ role }) => role === 'system')?.text ?? '';
  const user = request.messages.find(({ role }) => role === 'user')?.text ?? '';
  const card = system.split(`${AGENT_WORDS['title.persona']}\n`)[1] ?? system;
  const { history, task } = splitTask(user);
  const lines = history.split('\n');
  const scenes = lines.flatMap((line, index) => (readWords('line.scene', line) ? [index] : []));
  const start = scenes.at(-1) ?? 0;
  const scene = lines.slice(start + 1).map(readMoment);
  const name = readWords('persona.name', /^You are [^.\n]+\./.exec(card)?.[0] ?? '')?.['name'] ?? 'I';
  const [, listed = ''] = history.split(`${AGENT_WORDS['title.secrets']}\n`);
  const kept = (listed.split('\n\n')[0] ?? '')
    .split('\n')
    .flatMap((line) => /^- (.+)$/.exec(line)?.[1] ?? [])
    .map((line) => readWords('line.secret-since', line)?.['text'] ?? line);
  const stories = lines.flatMap((line) => readWords('line.story', line)?.['text'] ?? []);
  return {
    name,
    persona: card,
    attachment: readAttachment(card),
    temper: {
      kind: /\b(kind|gentle|patient|forgiving|warm|generous)\b/i.test(card),
      sharp: /\b(sharp|sarcastic|stubborn|proud|short-tempered|blunt)\b/i.test(card),
      playful: /\b(playful|funny|affectionate|silly|laughs|dry)\b/i.test(card),
      striving: /\b(learning|therapy|trying to|working on|practis\w+)\b/i.test(card),
    },
    dealbreakers: listUnder(card, AGENT_WORDS['title.dealbreakers']),
    habits: listUnder(card, AGENT_WORDS['title.rules']),
    tie: readTie(lines, stories),
    other: readWords('line.scene', lines[start] ?? '')?.['other'] ?? otherInCard(lines) ?? '',
    history,
    secrets: [...kept, ...scene.flatMap(({ kind, text }) => (kind === 'secret' ? [text] : []))],
    stories,
    situation: scene.flatMap(({ kind, text }) => (kind === 'place' || kind === 'told' ? [text] : [])).join(' '),
    scene,
    feeling: readFeeling(task, scene),
    question: task.split(`${AGENT_WORDS['title.question']}\n`)[1]?.split('\n')[0] ?? '',
    options: [...task.matchAll(/^(\w)\) (.*)$/gm)].map(([, id = '', action = '']) => ({ id, action })),
    asked: [...task.matchAll(/^(\d+)\. (.*)$/gm)].map(([, number = '1', text = '']) => ({ number: Number(number), text })),
  };
}

/** The task is everything from the first of its titles on. */
function splitTask(user: string): { readonly history: string; readonly task: string } {
  const titles = [AGENT_WORDS['title.now'], AGENT_WORDS['title.question'], 'YOUR TASK: '];
  const starts = titles.map((title) => user.lastIndexOf(`\n\n${title}`)).filter((at) => at >= 0);
  const start = starts.length === 0 ? 0 : Math.min(...starts);
  return { history: user.slice(0, start), task: user.slice(start) };
}

function otherInCard(lines: readonly string[]): string | undefined {
  const card = lines[1] ?? '';
  return /^The other one is ([^.,;]+)[.,;]/.exec(card)?.[1];
}

function listUnder(card: string, title: string): readonly string[] {
  const [, below = ''] = card.split(`\n\n${title}\n`);
  return (below.split('\n\n')[0] ?? '').split('\n').flatMap((line) => /^- (.+)$/.exec(line)?.[1] ?? []);
}

/** Hashes a name to a number from 0 to 1: a leaning of this person that stays the same in every call. */
export function leaningOf(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return ((hash >>> 0) % 1000) / 1000;
}
