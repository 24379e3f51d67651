import type { Choice } from '@entente/relationship';
import { asSentences, pickFrom } from '@entente/relationship/offline';
import { drawStance } from './draw-stance.js';
import { pickFresh } from './fresh.js';
import { takeOption } from './offline-option.js';
import { offlinePlan } from './offline-plan.js';
import { tellSecret } from './offline-secret.js';
import type { CharacterReading } from './read-character.js';
import { REPERTOIRES } from './repertoire/repertoires.js';
import type { Stance } from './repertoire/stance.js';
import { type SceneSlots, slotsOf } from './scene-slots.js';

/** Draws a move: what is done, what is said, how it sounds, and why. */
export function offlineMove(reading: CharacterReading, random: () => number): Choice {
  const drawn = drawStance(reading, random);
  const taken = takeOption(reading, drawn, random);
  const stance = taken?.stance ?? drawn;
  const { deeds, tones, reasons } = REPERTOIRES[stance];
  const slots = slotsOf(reading, random);
  const told = tellSecret(reading, { stance, isMeant: taken?.tells ?? false }, random);
  const isSilent = told === undefined && random() < SILENCE[stance];
  const planned = isSilent || told !== undefined ? undefined : offlinePlan(reading, stance, random);
  const words = isSilent ? '' : (told ?? speech(reading, stance, { slots, planned }, random));
  const ownDeed = taken?.deed !== undefined && !reading.history.includes(taken.deed) ? taken.deed : undefined;
  return {
    deed: ownDeed ?? slots.fill(pickFresh(slots.fitting(deeds), reading.history, random)),
    words,
    tone: words === '' ? '' : pickFrom(tones, random),
    reason: pickFresh(reasons, reading.history, random),
    option: taken?.id ?? null,
  };
}

/** Share of moves without a word. */
const SILENCE: { readonly [S in Stance]: number } = {
  repair: 0.04,
  validate: 0,
  warm: 0.15,
  humour: 0,
  honest: 0,
  cling: 0.05,
  withdraw: 0.35,
  defend: 0,
  criticize: 0.03,
  contempt: 0.08,
  leave: 0,
};

/**
 * Words of a move: what is planned, else an opening, a core and a close, of which the outer two may be missing. Repeats nothing that was said
 * before.
 */
function speech(
  reading: CharacterReading,
  stance: Stance,
  { slots, planned }: { readonly slots: SceneSlots; readonly planned: string | undefined },
  random: () => number,
): string {
  const { open, core, close } = REPERTOIRES[stance];
  if (planned !== undefined) return planned;
  const fresh = (phrases: readonly string[]) => slots.fill(pickFresh(slots.fitting(phrases), reading.history, random));
  const before = random() < 0.35 ? (slots.echo() ?? fresh(open)) : random() < 0.7 ? fresh(open) : '';
  const after = random() < 0.6 ? fresh(close) : '';
  return asSentences([before, fresh(core), after].filter((text) => text !== '').join(' '));
}
