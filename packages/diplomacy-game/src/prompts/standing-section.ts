import { parsePhase, type Power } from '@entente/diplomacy-rules';
import type { AgentState } from '../state/agent-state.js';
import { livingPowers } from '../state/game-state.js';
import type { Observation } from '../state/index.js';
import { onOneParagraph } from '../state/press-message.js';
import { SECTIONS } from './game-messages.js';
import { openMessages } from './open-messages.js';

const CHANGES_SHOWN = 6;

/** Section on the standing of a power: its goals and relationships, its notes and plan of this phase, and open messages. */
export function standingSection(observation: Observation): string {
  const { self, power, position } = observation;
  const noted = self.diary.filter(({ phase }) => phase === position.phase);
  return [
    SECTIONS.standing,
    stageLine(observation),
    ...goalLines(self.goals),
    relationshipsLine(self, power, livingPowers(position)),
    ...changesLine(self),
    ...(self.plan === null ? [] : [`Your plan for this phase: ${onOneParagraph(self.plan)}`]),
    ...noted.map(({ kind, text }) => `You noted in this phase [${kind}]: ${onOneParagraph(text)}`),
    ...self.journal.slice(-1).map(({ phase, text }) => `Your last note to yourself [${phase}]: ${onOneParagraph(text)}`),
    ...(parsePhase(position.phase)?.type === 'M' ? openMessages(observation) : []),
  ].join('\n');
}

/** Lists goals, one a line. */
export const goalLines = (goals: readonly string[]): readonly string[] =>
  goals.length === 0 ? ['Goals: none yet.'] : ['Goals:', ...goals.map((goal) => `- ${onOneParagraph(goal)}`)];

/** Relationships of a power to every other living one, in the usual order. */
export const relationshipsLine = (self: Pick<AgentState, 'relationships'>, power: Power, living: readonly Power[]): string =>
  `Relationships: ${relationshipsText(self, power, living)}`;

/** `ENGLAND Neutral; GERMANY Ally`. */
export function relationshipsText(
  { relationships }: Pick<AgentState, 'relationships'>,
  power: Power,
  living: readonly Power[],
): string {
  const others = living.filter((other) => other !== power);
  return others.map((other) => `${other} ${relationships[other] ?? 'Neutral'}`).join('; ');
}

function changesLine({ relationshipChanges }: AgentState): readonly string[] {
  const newest = relationshipChanges.slice(-CHANGES_SHOWN);
  const texts = newest.map(({ phase, towards, from, to }) => `${phase} ${towards} ${from} -> ${to}`);
  return texts.length === 0 ? [] : [`They changed: ${texts.join('; ')}`];
}

/** Progress of the phase and of the game. */
function stageLine({ position, negotiationRounds, roundsHeld, maxYear, drawAfterYears }: Observation): string {
  const isMovement = parsePhase(position.phase)?.type === 'M';
  const rounds = !isMovement
    ? ''
    : negotiationRounds === 0
      ? ' Nobody can write messages in this game.'
      : ` ${roundsHeld} of at most ${negotiationRounds} rounds of messages are over.`;
  const draw = drawAfterYears === undefined ? '' : ` It is a draw when no centre changes hands for ${drawAfterYears} years.`;
  return `It is ${position.phase}.${rounds}${lastYear(maxYear)}${draw}`;
}

/** End of the game if nobody wins before; empty if it has none. */
export const lastYear = (maxYear: number): string =>
  Number.isFinite(maxYear) ? ` The game ends with the year ${maxYear} if nobody has won before.` : '';
