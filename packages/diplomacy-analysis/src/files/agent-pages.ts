import { comparePhases, livingPowers, type Relationship } from '@entente/diplomacy-game/state';
import { parsePhase, type Power, POWERS } from '@entente/diplomacy-rules';
import type { GameRecord } from '../record/game-record.js';

/** State of a power at the end of a phase, with its thoughts about the phase. */
export interface AgentPage {
  readonly goals: readonly string[];
  /** Relationships to each of the six others. */
  readonly relationships: Readonly<Record<string, Relationship>>;
  /** Diary entries about this phase: `[S1901M] text`. */
  readonly written: readonly string[];
  /** Years that were consolidated in this phase; `null` for none. */
  readonly newlyConsolidated: string | null;
  /** Builds the whole diary from the first phase to this one. It grows with every phase, so it is made on demand. */
  diary(): readonly string[];
  /** Builds the diary as prompts have it: consolidated years as one text, newer entries word for word. */
  memory(): readonly string[];
}

/** Builds the pages of all powers that took part in each completed phase. */
export function agentPages(record: GameRecord): ReadonlyMap<string, { readonly [power in Power]?: AgentPage }> {
  const { history } = record.state;
  const byPower = new Map(POWERS.map((power) => [power, pagesOf(record, power)]));
  return new Map(
    history.map(({ phase, position }, i) => [
      phase,
      Object.fromEntries(livingPowers(position).map((power) => [power, byPower.get(power)?.[i]])),
    ]),
  );
}

/** Last state of a power, with entries of an open step. Eliminated powers have their last thoughts. */
export function lastThoughts({ state }: GameRecord, power: Power): Pick<AgentPage, 'goals' | 'relationships'> {
  const { goals, relationships } = state.agents[power];
  return { goals, relationships: toAll(power, relationships) };
}

/** Thoughts about a phase may be recorded after later phases; here they stand with the phase that they are about. */
function pagesOf({ state: { history }, events, consolidations }: GameRecord, power: Power): readonly AgentPage[] {
  const own = events.filter((event) => event.power === power).sort((a, b) => comparePhases(a.phase, b.phase));
  const merged = consolidations.filter((each) => each.power === power);
  const diary: { readonly year: number; readonly text: string }[] = [];
  let goals: readonly string[] = [];
  let relationships: { readonly [other in Power]?: Relationship } = {};
  let next = 0;

  return history.map(({ phase }, i): AgentPage => {
    const from = diary.length;
    for (; next < own.length && comparePhases(own[next]!.phase, phase) <= 0; next++) {
      const event = own[next]!;
      if (event.type === 'diary-written') {
        diary.push({ year: parsePhase(event.phase)?.year ?? 0, text: `[${event.phase}] ${event.text}` });
      } else {
        goals = event.goals ?? goals;
        relationships = { ...relationships, ...event.relationships };
      }
    }
    const to = diary.length;
    const inForce = merged.findLast(({ afterPhases }) => afterPhases <= i || i === history.length - 1);
    return {
      goals,
      relationships: toAll(power, relationships),
      written: diary.slice(from, to).map(({ text }) => text),
      newlyConsolidated: inForce?.afterPhases === i ? consolidatedLine(inForce.text) : null,
      diary: () => diary.slice(0, to).map(({ text }) => text),
      memory: () => [
        ...(inForce === undefined ? [] : [consolidatedLine(inForce.text)]),
        ...diary
          .slice(0, to)
          .filter(({ year }) => year > (inForce?.throughYear ?? 0))
          .map(({ text }) => text),
      ],
    };
  });
}

const consolidatedLine = (text: string): string => `[CONSOLIDATED HISTORY] ${text}`;

const toAll = (power: Power, known: { readonly [other in Power]?: Relationship }): Readonly<Record<string, Relationship>> =>
  Object.fromEntries(POWERS.filter((other) => other !== power).map((other) => [other, known[other] ?? 'Neutral']));
