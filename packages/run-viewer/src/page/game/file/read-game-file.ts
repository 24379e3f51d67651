import { type GameFact, gameFactSchema } from '@entente/diplomacy-game/state';
import { emptyStory, growStory, storyOf } from '../story/fold-story';
import type { GameStory } from '../story/game-story';
import { judgePhase } from '../story/judged-phase';
import { storyOfSavedGame } from './story-of-saved-game';

/** Largest file that is read, in characters. */
export const LARGEST_FILE = 200_000_000;

/** A game read from a file, or one line on what is wrong with the file. */
export type GameFileReading = { readonly ok: true; readonly story: GameStory } | { readonly ok: false; readonly message: string };

/**
 * Reads a file with a game: `lmvsgame.json` of AI_Diplomacy, a saved game of the Python package (also the first of a file with one game a
 * line), or a journal of this program.
 */
export function readGameFile(text: string): GameFileReading {
  try {
    const story = read(text);
    // Judged here once, so that a phase that cannot be judged is known before it is shown.
    for (const phase of story.phases) judgePhase(phase);
    return { ok: true, story };
  } catch (error) {
    return { ok: false, message: oneLine(error instanceof Error ? error.message : String(error)) };
  }
}

function read(text: string): GameStory {
  if (text.length > LARGEST_FILE) throw new Error('The file is too large for this page.');
  const start = text.slice(0, 400).trimStart();
  if (start === '') throw new Error('The file is empty.');
  if (!start.startsWith('{')) throw new Error('The file holds no game: neither a saved game nor a journal begins like this.');
  if (/^\{"type":"run-started"/.test(start)) return storyOfJournal(text);
  const whole = parsed(text);
  if (whole !== undefined) return storyOfSavedGame(whole);
  const [first = '', ...others] = text.trim().split('\n');
  const one = parsed(first);
  if (one === undefined) throw new Error('The file is not JSON, or it ends too early.');
  const story = storyOfSavedGame(one);
  const more = others.filter((line) => line.trim() !== '').length;
  return { ...story, notes: [...story.notes, `The file holds ${more + 1} games; the first is shown.`] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Folds the facts of a journal. */
function storyOfJournal(text: string): GameStory {
  const facts: GameFact[] = [];
  let passedOver = 0;
  for (const line of text.split('\n')) {
    if (!line.startsWith('{"type":"fact-recorded"')) continue;
    const entry = parsed(line) as { readonly fact?: { readonly type?: unknown } } | undefined;
    if (entry?.fact?.type === 'work-deferred') continue;
    const checked = gameFactSchema.safeParse(entry?.fact);
    if (checked.success) facts.push(checked.data);
    else passedOver += 1;
  }
  if (facts.length === 0) throw new Error('The journal is not that of a game.');
  const story = storyOf(growStory(emptyStory, facts), null);
  return passedOver === 0 ? story : { ...story, notes: [`Facts that this page does not know are passed over: ${passedOver}.`] };
}

const oneLine = (message: string): string => message.replaceAll(/\s+/g, ' ').slice(0, 300);
