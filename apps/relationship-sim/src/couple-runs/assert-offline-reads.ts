import { isOffline, type ModelSpec } from '@entente/llm-clients/contract';
import { AGENT_WORDS } from '@entente/relationship-agent';
import { DIRECTOR_WORDS } from '@entente/scene-master';
import { SettingFault } from './setting-fault.js';
import type { OwnWords } from '../prompts/own-words.js';

/** Models of a run that answer prompts. */
interface AskedModels {
  readonly actor: ModelSpec;
  readonly secondActor: ModelSpec;
  readonly director: ModelSpec;
  readonly judge: ModelSpec;
}

/**
 * Refuses words that the offline model would not understand. It finds its way by our titles and lines; of the texts below a title it reads
 * nothing, so those may be changed.
 * @throws SettingFault
 */
export function assertOfflineReads(words: OwnWords | undefined, { actor, secondActor, director, judge }: AskedModels): void {
  if (words === undefined) return;
  const lost = [
    ...(isOffline(actor) || isOffline(secondActor) ? changedLines('agent', words.agent, AGENT_WORDS) : []),
    ...(isOffline(director) || isOffline(judge) ? changedLines('director', words.director, DIRECTOR_WORDS) : []),
  ];
  if (lost.length === 0) return;
  const shown = lost.length > 4 ? `${lost.slice(0, 3).join(', ')} and ${lost.length - 3} more` : lost.join(', ');
  throw new SettingFault(
    'promptsDir',
    `The offline couple reads English prompts only, by titles and lines that your folder changes (${shown}); name a model with --model, or leave these as they are.`,
  );
}

/**
 * Words that a folder changes and the offline model does not read: instructions and rubrics, which only a language model can follow. Empty
 * where no model of the run is offline.
 */
export function unreadWords(
  words: OwnWords | undefined,
  { actor, secondActor, director, judge }: AskedModels,
): readonly string[] {
  if (words === undefined) return [];
  return [
    ...(isOffline(actor) || isOffline(secondActor) ? instructionsIn('agent', words.agent, AGENT_WORDS) : []),
    ...(isOffline(director) || isOffline(judge) ? instructionsIn('director', words.director, DIRECTOR_WORDS) : []),
  ];
}

function instructionsIn(
  side: string,
  own: Readonly<Record<string, string | undefined>>,
  shipped: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.entries(own).flatMap(([name, text = '']) => (text === shipped[name] ? [] : [`${side}/${name}`]));
}

function changedLines(
  side: string,
  own: Readonly<Record<string, string | undefined>>,
  shipped: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.entries(own).flatMap(([name, text = '']) =>
    guideOf(name, text) === guideOf(name, shipped[name] ?? '') ? [] : [`${side}/${name}`],
  );
}

/** The part of a word that the offline model goes by: the title of a task, the whole of a line, nothing of an instruction. */
function guideOf(name: string, text: string): string | undefined {
  if (name.startsWith('task.')) return text.split('\n')[0];
  return INSTRUCTIONS.some((instruction) => name === instruction || name.startsWith(`${instruction}.`)) ? undefined : text;
}

/** Words, or beginnings of names of words, that only tell a model what to do. */
const INSTRUCTIONS = [
  'rules',
  'judge',
  'opening',
  'progress',
  'assess',
  'score',
  'may-act',
  'choose',
  'moment',
  'scale',
  'answer',
] as const;
