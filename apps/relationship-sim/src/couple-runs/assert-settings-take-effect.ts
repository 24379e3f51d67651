import { nearestName } from '@entente/llm-clients';
import type { Couple, RelationshipSettings, SceneMaterial } from '@entente/relationship';
import { UsageError } from '@entente/run-console';
import type { GivenCoupleSettings } from './couple-settings.js';

export interface PlayedSettings {
  readonly couple: Couple;
  readonly settings: RelationshipSettings;
  readonly material: Pick<SceneMaterial, 'arcs'>;
}

const WEIGHTS = ['semanticWeight', 'emotionWeight', 'recencyWeight', 'noveltyWeight'] as const;

/**
 * Refuses settings that name something that there is not, or that would change nothing in the run.
 * @param given settings that somebody wrote; defaults are never refused
 * @param context beginning of the message, such as the condition of a study @default none
 * @throws UsageError in one clear line
 */
export function assertSettingsTakeEffect(played: PlayedSettings, given: GivenCoupleSettings, context = ''): void {
  const problem = problemOf(played, given);
  if (problem !== undefined) throw new UsageError(`${context}${problem}`);
}

function problemOf({ couple, settings, material }: PlayedSettings, given: GivenCoupleSettings): string | undefined {
  const { arc, order, recalledMemories } = settings;
  const arcs = material.arcs.map(({ id }) => id);
  if (!arcs.includes(arc)) return `There is no arc "${arc}"${suggestion(arc, arcs)}; there are ${arcs.join(', ')}.`;
  if (order === 'by-state' && given.arc !== undefined)
    return 'arc has no effect where the order is by-state: the state of the relationship decides what comes next; leave out arc, or write order: fixed.';
  const weight = WEIGHTS.find((name) => given[name] !== undefined && given[name] !== 0);
  if (recalledMemories === 0 && weight !== undefined)
    return `${weight} has no effect: recalledMemories 0 lets no memory come to mind; leave out one of the two.`;
  return problemOfEvents({ couple, settings });
}

/** Scenes and names of the events, one after the other. */
function problemOfEvents({ couple, settings: { events, scenes } }: Omit<PlayedSettings, 'material'>): string | undefined {
  const names = couple.partners.map(({ name }) => name);
  for (const { scene, event, knownTo = [] } of events) {
    const told = `The event "${event.length > 60 ? `${event.slice(0, 59)}…` : event}"`;
    if (scene > scenes)
      return `${told} is for scene ${scene}, and only ${scenes} are played; give an earlier scene, or more scenes.`;
    const stranger = knownTo.find((name) => !names.includes(name));
    if (stranger !== undefined)
      return `${told} cannot be known to "${stranger}"${suggestion(stranger, names)}; ${couple.id} are ${names.join(' and ')}.`;
  }
  return undefined;
}

function suggestion(name: string, names: readonly string[]): string {
  const near = nearestName(name, names);
  return near === undefined ? '' : ` (did you mean ${near}?)`;
}
