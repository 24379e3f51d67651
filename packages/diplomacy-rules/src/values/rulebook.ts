/** A point on which rulebooks differ, with its values and their meanings. */
export interface RulebookSwitch {
  /** Flag of command lines that changes it. */
  readonly flag: `--${string}`;
  /** The question that it answers, in a few words. */
  readonly question: string;
  /** Meaning of each value. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * All points on which rulebooks and programs differ, with their values. Types, options of command lines, help texts and schemas derive from
 * this table.
 */
export const RULEBOOK_SWITCHES = {
  landFallback: {
    flag: '--land-fallback',
    question: 'an army that could walk is ordered to go by convoy, and no convoy carries it',
    values: {
      none: 'it stays (DATC 4.A.3)',
      whenNoRouteOrdered: 'it walks if no complete route was ordered; a route that is broken by dislodgement stops it',
      whenFleetsCouldCarry:
        'the same, but VIA is illegal where no fleets stand that could carry it, and without VIA it walks past a broken route too',
      full: 'it walks whenever the convoy fails',
    },
  },
  convoyIntent: {
    flag: '--convoy-intent',
    question: 'an army that could walk goes by convoy',
    values: {
      '2023': 'if its order says VIA, or a fleet of its own power is legally ordered to carry it there',
      explicitVia: 'only if its order says VIA',
    },
  },
  civilDisorder: {
    flag: '--civil-disorder',
    question: 'units that a power loses if it orders too few removals',
    values: {
      '2023': 'farthest from any centre that it owns first, over land and sea for both types; ties: fleets, then the alphabet',
      homeDistance: 'farthest from its home centres first, fleets by sea, armies over land and sea (DATC 4.D.8); ties as above',
    },
  },
  supportCoast: {
    flag: '--support-coast',
    question: "a coast in an order to support a fleet's move",
    values: {
      mustMatch: 'it may be left out; a wrong one voids the support (DATC 4.B.4)',
      ignoredOfFleets: 'it is not looked at in the order of a fleet; in that of an army a wrong one voids the support',
      ignored: 'it is not looked at',
    },
  },
  ownSupport: {
    flag: '--own-support',
    question: "a support for an attack on a unit of the supporter's own power",
    values: {
      neverDislodges: 'it does not help to dislodge the unit',
      countsForVia: 'it does if the attacker comes by convoy and its order says, or has to say, VIA',
    },
  },
} as const satisfies Readonly<Record<string, RulebookSwitch>>;

/** The name of a switch. */
export type RulebookSwitchName = keyof typeof RULEBOOK_SWITCHES;

/** A value for every switch; `RULEBOOK_SWITCHES` has their meanings. */
export type Rulebook = {
  readonly [name in RulebookSwitchName]: keyof (typeof RULEBOOK_SWITCHES)[name]['values'];
};
