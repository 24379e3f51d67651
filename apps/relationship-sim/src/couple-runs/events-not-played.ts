import { hasBrokenUp, type RelationshipState } from '@entente/relationship';
import type { RunSpec } from './run-spec.js';

type WrittenEvents = RunSpec['settings']['events'];

/** Events from outside that were meant for scenes after the one with which a break-up ended the run; none while the run goes on. */
export function eventsNotPlayed(
  { events, order }: RunSpec['settings'],
  { relation, scenes }: Pick<RelationshipState, 'relation' | 'scenes'>,
): WrittenEvents {
  const last = scenes.at(-1);
  if (order !== 'by-state' || last === undefined || last.ending === 'under-way' || !hasBrokenUp(relation)) return [];
  return events.filter(({ scene }) => scene > last.scene);
}

/** `scene 4: "The letter has come." (known to Maya)`, joined by semicolons. */
export function eventsInWords(events: WrittenEvents): string {
  return events
    .map(({ scene, event, knownTo }) => `scene ${scene}: "${event}"${knownTo ? ` (known to ${knownTo.join(', ')})` : ''}`)
    .join('; ');
}
