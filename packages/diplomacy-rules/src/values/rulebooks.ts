import type { Rulebook } from './rulebook.js';

/** A named rulebook, and the games it describes. */
export interface NamedRulebook {
  readonly summary: string;
  readonly rulebook: Rulebook;
}

/** Named rulebooks with summaries. Options, help texts and schemas derive from this table. */
export const NAMED_RULEBOOKS = {
  '2023': {
    summary: 'the rulebook of 2023 with the preferences of DATC v3.0; our default',
    rulebook: {
      landFallback: 'none',
      convoyIntent: '2023',
      civilDisorder: '2023',
      supportCoast: 'mustMatch',
      ownSupport: 'neverDislodges',
    },
  },
  'python-compatible': {
    summary: 'as the diplomacy Python package judges, so that its check takes the game',
    rulebook: {
      landFallback: 'whenFleetsCouldCarry',
      convoyIntent: '2023',
      civilDisorder: 'homeDistance',
      supportCoast: 'ignoredOfFleets',
      ownSupport: 'countsForVia',
    },
  },
  webdiplomacy: {
    summary: 'as webDiplomacy judges, and so the recorded games of Cicero',
    rulebook: {
      landFallback: 'whenNoRouteOrdered',
      convoyIntent: 'explicitVia',
      civilDisorder: 'homeDistance',
      supportCoast: 'mustMatch',
      ownSupport: 'neverDislodges',
    },
  },
  droidippy: {
    summary: 'what the games of that site were judged by',
    rulebook: {
      landFallback: 'whenNoRouteOrdered',
      convoyIntent: '2023',
      civilDisorder: 'homeDistance',
      supportCoast: 'mustMatch',
      ownSupport: 'neverDislodges',
    },
  },
} as const satisfies Readonly<Record<string, NamedRulebook>>;

/** Name of a rulebook. */
export type RulebookName = keyof typeof NAMED_RULEBOOKS;

/** The names of all rulebooks, the default first. */
export const RULEBOOK_NAMES = Object.keys(NAMED_RULEBOOKS) as readonly RulebookName[];

/** Rulebooks by name. */
export const RULEBOOKS = {
  '2023': NAMED_RULEBOOKS['2023'].rulebook,
  'python-compatible': NAMED_RULEBOOKS['python-compatible'].rulebook,
  webdiplomacy: NAMED_RULEBOOKS.webdiplomacy.rulebook,
  droidippy: NAMED_RULEBOOKS.droidippy.rulebook,
} as const satisfies Readonly<Record<RulebookName, Rulebook>>;
