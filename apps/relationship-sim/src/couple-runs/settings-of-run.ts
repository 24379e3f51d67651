import { settingsInForce } from '@entente/run-console';
import { COUPLE_SETTINGS } from './couple-settings.js';
import type { RunSpec } from './run-spec.js';

type InForce = ReturnType<typeof settingsInForce>;
type WrittenEvents = RunSpec['settings']['events'];

/** Settings of a run in the order of the table, and its events from outside in words. */
export function settingsOfRun({ settings: { events, ...settings } }: RunSpec): InForce {
  const told = events.length === 0 ? [] : [{ name: 'events', value: eventsInWords(events) }];
  return [...settingsInForce(COUPLE_SETTINGS, settings), ...told];
}

/** `scene 4: "The letter has come." (Maya alone)` */
function eventsInWords(events: WrittenEvents): string {
  return events
    .map(({ scene, event, knownTo }) => `scene ${scene}: "${event}"${knownTo ? ` (known to ${knownTo.join(', ')})` : ''}`)
    .join('; ');
}
