import { repeated, UsageError } from '@entente/run-console';

/** Maximum length of an event, as `outsideEventSchema` has it. */
const MOST_CHARACTERS = 1000;

/** Word for the two partners after `--known-to`. */
export const BOTH = 'both';

/** Options of `fork` that put events from outside into scenes. */
export const eventOptions = {
  event: repeated(
    '--event <text>',
    'news from outside for the scene of --at, or for a later one: "scene-6: The letter has come."; may be given several times',
    readEvent,
  ),
  knownTo: repeated(
    '--known-to <name>',
    'partner who alone learns of the event: once for all events, or once for each in their order, where both stands for the two (default: both)',
    (name) => name.trim(),
  ),
} as const;

/** Reads an event, with its scene where one stands before a colon. */
function readEvent(text: string): { readonly scene: number | undefined; readonly event: string } {
  const [, scene, event = text] = /^\s*scene-(\d+)\s*:(.*)$/s.exec(text) ?? [];
  const words = event.trim();
  if (words === '') throw new UsageError('--event cannot be empty; write a sentence: "The letter from the clinic has come."');
  if (words.length > MOST_CHARACTERS)
    throw new UsageError(`--event is ${words.length} characters long; write at most ${MOST_CHARACTERS}.`);
  return { scene: scene === undefined ? undefined : Number(scene), event: words };
}
