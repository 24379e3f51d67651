import type { Phase, RulebookChoice } from '@entente/diplomacy-rules';

/** How a game is played; part of a run's identity. */
export interface GameSettings {
  /** The last year that is played, Winter included. */
  readonly maxYear: number;
  /** The game ends after this phase, also before `maxYear`. */
  readonly endAtPhase?: Phase;
  /** The game is a draw once no centre has changed hands for so many years. @default never */
  readonly drawAfterYears?: number;
  /** Rounds of messages in each movement phase; 0 is a game without press. */
  readonly negotiationRounds: number;
  /** A negotiation ends early once every power says that it is done. */
  readonly adaptiveRounds: boolean;
  /** Whether powers plan before they write orders. */
  readonly planning: boolean;
  /** Whether somebody who sees everything sums up each phase. */
  readonly phaseSummaries: boolean;
  /** By which rules it is judged: a name, or a name with switches. */
  readonly rulebook: RulebookChoice;
}
