import { nearestName } from '@entente/llm-clients';
import type { Couple, RelationshipSettings, SceneMaterial } from '@entente/relationship';
import type { GivenCoupleSettings } from './couple-settings.js';
import { SettingFault } from './setting-fault.js';

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
 * @throws SettingFault in one clear line
 */
export function assertSettingsTakeEffect(played: PlayedSettings, given: GivenCoupleSettings, context = ''): void {
  const problem = problemOf(played, given);
  if (problem !== undefined) throw new SettingFault(problem.setting, `${context}${problem.message}`);
}

interface Problem {
  readonly setting: string;
  readonly message: string;
}

function problemOf({ couple, settings, material }: PlayedSettings, given: GivenCoupleSettings): Problem | undefined {
  const { arc, order, recalledMemories } = settings;
  const arcs = material.arcs.map(({ id }) => id);
  if (!arcs.includes(arc))
    return { setting: 'arc', message: `There is no arc "${arc}"${suggestion(arc, arcs)}; there are ${arcs.join(', ')}.` };
  if (order === 'by-state' && given.arc !== undefined)
    return {
      setting: 'arc',
      message:
        'arc has no effect where the order is by-state: the state of the relationship decides what comes next; leave out arc, or write order: fixed.',
    };
  const weight = WEIGHTS.find((name) => given[name] !== undefined && given[name] !== 0);
  if (recalledMemories === 0 && weight !== undefined)
    return {
      setting: weight,
      message: `${weight} has no effect: recalledMemories 0 lets no memory come to mind; leave out one of the two.`,
    };
  const message = problemOfEvents({ couple, settings });
  return message === undefined ? undefined : { setting: 'events', message };
}

/** Scenes and names of the events, one after the other. */
function problemOfEvents({ couple, settings: { events, scenes } }: Omit<PlayedSettings, 'material'>): string | undefined {
  const names = couple.partners.map(({ name }) => name);
  for (const [at, { scene, event, knownTo = [] }] of events.entries()) {
    const told = `The event "${event.length > 60 ? `${event.slice(0, 59)}…` : event}"`;
    if (scene > scenes)
      return `${told} is for scene ${scene}, and only ${scenes} are played; give an earlier scene, or more scenes.`;
    const isTwice = events.slice(0, at).some((other) => other.scene === scene && other.event === event);
    if (isTwice) return `${told} is given twice for scene ${scene}; once is enough, and without knownTo both learn of it.`;
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
