import { parsePhase, type Power, POWERS, type SavedPhase } from '@entente/diplomacy-rules';
import type { Measured } from '@entente/studies';
import type { Row } from '@entente/studies/tables';
import { relationshipAfter } from '../games/relationships-over-time.js';
import { modelAt } from '../games/reported-game.js';
import type { AnalyzedGame } from './analyzed-game.js';
import { COMMANDS, isCenter, isForeign, orderFacts, type OrderFacts } from './order-facts.js';
import { yesNo } from './orders-data.js';
import { powersIn } from './standing-of-phase.js';
import { writtenReasons } from './written-reasons.js';

/**
 * The predecessor's `phase_data`: a row a completed phase and power that took part in it, in its columns. Lists are written as Python writes
 * them, `season` is `S`, `F` or `W`, `phase_section` `M`, `R` or `A`; changes are against the movement phase before; goals, diary and
 * relationships are those after the phase (the diary is what was written of it). `count_got_...` has a column for each combination of
 * results that came up in the game. Territory is gained by a move into a place where another power's unit was last.
 * `inherited` at the end is ours: the phase was played by the game that a fork comes from.
 */
export function phaseData(game: AnalyzedGame): readonly Row[] {
  const facts = orderFacts(game);
  const results = [...new Set(facts.map(({ result }) => result))].sort();
  const completed = game.phases.filter(({ name }) => game.pages.has(name));
  return completed.flatMap((phase, at) => {
    const before = isMovement(phase) ? completed.slice(0, at).findLast(isMovement) : undefined;
    return powersIn(phase).map((power) => rowOf(game, { phase, before, at, power, facts, results }));
  });
}

interface About {
  readonly phase: SavedPhase;
  /** Finds the movement phase before a movement phase. */
  readonly before: SavedPhase | undefined;
  readonly at: number;
  readonly power: Power;
  readonly facts: readonly OrderFacts[];
  readonly results: readonly string[];
}

function rowOf(game: AnalyzedGame, { phase, before, at, power, facts, results }: About): Row {
  const { state, calls, pages, inheritedPhases } = game;
  const { name } = phase;
  const inPhase = facts.filter((fact) => fact.phase === name);
  const page = pages.get(name)?.[power];
  const parts = parsePhase(name);
  const counts = boardCounts(phase, power);
  const was = before && boardCounts(before, power);
  const change = (of: keyof typeof counts): Measured => (was === undefined ? null : counts[of] - was[of]);
  const reasons = writtenReasons(calls, { phase: name, power });
  return {
    phase: name,
    agent: power,
    centers: listOf(phase.state.centers[power] ?? []),
    influence: listOf(phase.state.influence?.[power] ?? []),
    units: listOf(phase.state.units[power] ?? []),
    orders: listOf(
      inPhase
        .filter(({ country }) => country === power)
        .map(({ order, result }) => (result === 'PASS' ? order : `${order} (${result})`)),
    ),
    goal: page?.goals.join('\n\n') ?? null,
    diary: page?.written.join('\n\n') ?? null,
    ...Object.fromEntries(
      POWERS.map((other) => [
        `relationship_${other.toLowerCase()}`,
        other === power ? 'Self' : relationshipAfter(state, { from: power, towards: other }, name),
      ]),
    ),
    centers_count: counts.centers,
    units_count: counts.units,
    armies_count: counts.armies,
    fleet_count: counts.fleets,
    influence_count: counts.influence,
    phase_year: parts?.year ?? null,
    season: parts?.season ?? null,
    phase_section: parts?.type ?? null,
    centers_change: change('centers'),
    units_change: change('units'),
    armies_change: change('armies'),
    fleet_change: change('fleets'),
    influence_change: change('influence'),
    power,
    ...Object.fromEntries(
      POWERS.map((other) => [`conversation_${other.toLowerCase()}`, other === power ? null : transcript(phase, power, other)]),
    ),
    ...orderColumns(inPhase, power, results),
    model: modelAt(state, power, name),
    raw_order_generation_response: reasons?.rawResponse ?? null,
    automated_order_extraction_status: reasons?.status ?? null,
    order_reasoning: reasons?.reasoning ?? null,
    unformatted_order_response: reasons?.unformatted ?? null,
    order_reasoning_length: reasons?.length ?? null,
    invalid_order_count: reasons?.invalid ?? null,
    no_moves_extracted_flag: reasons === null ? null : yesNo(reasons.noMoves),
    valid_order_count: reasons === null ? null : reasons.noMoves ? 0 : counts.units - reasons.invalid,
    inherited: yesNo(at < inheritedPhases),
  };
}

const isMovement = ({ name }: SavedPhase): boolean => name.endsWith('M');

function boardCounts({ state }: SavedPhase, power: Power) {
  const units = state.units[power] ?? [];
  return {
    centers: state.centers[power]?.length ?? 0,
    units: units.length,
    armies: units.filter((unit) => unit.startsWith('A')).length,
    fleets: units.filter((unit) => unit.startsWith('F')).length,
    influence: state.influence?.[power]?.length ?? 0,
  };
}

/** Formats a list as Python does. */
const listOf = (items: readonly string[]): string => `[${items.map((item) => `'${item}'`).join(', ')}]`;

/** Returns the private messages between two powers. */
function transcript({ messages = [] }: SavedPhase, one: Power, other: Power): string {
  return messages
    .filter(({ sender, recipient }) => (sender === one && recipient === other) || (sender === other && recipient === one))
    .map(({ sender, message }) => `${sender}: ${message.replaceAll(/\s+/g, ' ')}\n\n`)
    .join('');
}

/** The block of counts and lists over a power's orders, and over the moves of others against it. */
function orderColumns(inPhase: readonly OrderFacts[], power: Power, results: readonly string[]): Row {
  const own = inPhase.filter(({ country }) => country === power);
  const count = (fits: (fact: OrderFacts) => boolean): number => own.filter(fits).length;
  const gains = own.filter(isGain);
  const losses = inPhase.filter((fact) => isGain(fact) && fact.destinationAffiliation === power);
  const centersOf = (moves: readonly OrderFacts[]): readonly OrderFacts[] =>
    moves.filter(({ destination }) => isCenter(destination ?? ''));
  const from = (moves: readonly OrderFacts[]): string | null =>
    namesIn(moves.map(({ destinationAffiliation }) => destinationAffiliation));
  const to = (moves: readonly OrderFacts[]): string | null => namesIn(moves.map(({ country }) => country));
  const supports = own.filter(({ command }) => command.startsWith('Support'));
  return {
    ...Object.fromEntries(
      COMMANDS.map((command) => [
        `count_${command.toLowerCase().replace(' ', '_')}_commands`,
        count((fact) => fact.command === command),
      ]),
    ),
    ...Object.fromEntries(
      results.map((result) => [
        `count_got_${result.toLowerCase().replaceAll(' ', '_')}`,
        count((fact) => fact.result === result),
      ]),
    ),
    count_moves_into_own_territory: count(({ destinationAffiliation }) => destinationAffiliation === power),
    count_moves_into_another_territory: count(({ destinationAffiliation }) => isForeign(destinationAffiliation, power)),
    count_territories_gained: gains.length,
    list_took_territory_from: from(gains),
    count_territories_lost: losses.length,
    list_lost_territory_to: to(losses),
    count_supply_centers_gained: centersOf(gains).length,
    list_took_supply_centers_from: from(centersOf(gains)),
    count_supply_centers_lost: centersOf(losses).length,
    list_lost_supply_centers_to: to(centersOf(losses)),
    list_countries_supported: namesIn(supports.map(({ recipient }) => recipient?.owner ?? null)),
    list_countries_attacked: namesIn(
      own.map(({ destinationAffiliation }) => (destinationAffiliation === power ? null : destinationAffiliation)),
    ),
    count_supported_self: supports.filter(({ recipient }) => recipient?.owner === power).length,
    count_supported_other: supports.filter(({ recipient }) => (recipient?.owner ?? power) !== power).length,
    list_was_supported_by: namesIn(own.map(({ supportedBy }) => (supportedBy.length === 0 ? null : supportedBy.join(',')))),
    count_was_supported_by_other: count(({ supportedBy }) => supportedBy.some((each) => each !== power)),
    count_was_supported_by_self: count(({ supportedBy }) => supportedBy.includes(power)),
  };
}

const isGain = ({ command, result, country, destinationAffiliation }: OrderFacts): boolean =>
  command === 'Move' && result === 'PASS' && isForeign(destinationAffiliation, country);

/** Joins names, repeated ones included; `null` for none. */
function namesIn(names: readonly (string | null)[]): string | null {
  const all = names.filter((name) => name !== null);
  return all.length === 0 ? null : all.join(', ');
}
