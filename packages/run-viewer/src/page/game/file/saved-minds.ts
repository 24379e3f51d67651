import { type Relationship, RELATIONSHIPS } from '@entente/diplomacy-game/state';
import { type Power, POWERS, type SavedPhase } from '@entente/diplomacy-rules';

/** Mind of a power as AI_Diplomacy saves it, after a phase. */
export interface SavedMind {
  readonly model: string | null;
  readonly goals: readonly string[];
  readonly relationships: { readonly [power in Power]?: Relationship };
  /** Entries about this phase. */
  readonly diary: readonly string[];
}

/** Reads `state_agents` of a phase, or `agent_relationships` of older files. Values of another shape are passed over. `null` without any. */
export function readMinds(phase: SavedPhase): ReadonlyMap<Power, SavedMind> | null {
  const agents = recordOf(phase['state_agents']);
  const older = recordOf(phase['agent_relationships']);
  const minds = new Map<Power, SavedMind>();
  for (const power of POWERS) {
    if (agents[power] === undefined && older[power] === undefined) continue;
    const agent = recordOf(agents[power]);
    const model = agent['model_id'];
    minds.set(power, {
      model: typeof model === 'string' ? model : null,
      goals: textsOf(agent['goals']),
      relationships: relationshipsOf(agent['relationships'] ?? older[power]),
      diary: textsOf(agent['full_private_diary'] ?? agent['private_diary'])
        .filter((entry) => entry.startsWith(`[${phase.name}]`))
        .map((entry) => entry.slice(phase.name.length + 2).trim()),
    });
  }
  return minds.size === 0 ? null : minds;
}

function relationshipsOf(value: unknown): SavedMind['relationships'] {
  const record = recordOf(value);
  return Object.fromEntries(
    POWERS.flatMap((power) => {
      const word = RELATIONSHIPS.find((each) => each === record[power]);
      return word === undefined ? [] : [[power, word]];
    }),
  );
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
