/** Whether a move by convoy falls back to the land route, where there is one. */
export const LAND_FALLBACKS = ['none', 'whenNoRouteOrdered', 'full'] as const;
/** What makes an army that could walk go by convoy. */
export const CONVOY_INTENTS = ['2023', 'explicitVia'] as const;
/** How units are chosen for removal where a power orders too few. */
export const CIVIL_DISORDERS = ['2023', 'homeDistance'] as const;
/** What a coast means in an order to support a fleet's move. */
export const SUPPORT_COASTS = ['mustMatch', 'ignored'] as const;

/** The points on which rulebooks and programs differ. Everything else is the same in all of them. */
export interface Rulebook {
  /**
   * What becomes of an army ordered `VIA` to a province it could walk to. `none`: it stays when the convoy fails (DATC 4.A.3).
   * `whenNoRouteOrdered`: it walks if no complete route was ordered; a route that is broken by dislodgement stops it.
   * `full`: it walks whenever the convoy fails.
   */
  readonly landFallback: (typeof LAND_FALLBACKS)[number];
  /**
   * `2023`: an army that could walk goes by convoy if its order says `VIA`, or if a fleet of its own power is legally ordered to carry it
   * there. `explicitVia`: only if its order says so.
   */
  readonly convoyIntent: (typeof CONVOY_INTENTS)[number];
  /**
   * `2023`: farthest from any centre the power owns first, over land and sea alike for both types; `homeDistance`: farthest from its home
   * centres first, fleets by sea, armies over land and sea (DATC 4.D.8). Ties: fleets first, then the alphabet.
   */
  readonly civilDisorder: (typeof CIVIL_DISORDERS)[number];
  /** `mustMatch`: a coast may be left out, a wrong one voids the support (DATC 4.B.4). `ignored`: it is not looked at. */
  readonly supportCoast: (typeof SUPPORT_COASTS)[number];
}

/**
 * Rulebooks by name. `2023`: the rulebook of 2023 with the preferences of DATC v3.0, our default. `python-compatible`: what the `diplomacy`
 * Python package does, its bugs aside. `droidippy`: what the games of that site were judged by.
 */
export const RULEBOOKS = {
  '2023': { landFallback: 'none', convoyIntent: '2023', civilDisorder: '2023', supportCoast: 'mustMatch' },
  'python-compatible': {
    landFallback: 'whenNoRouteOrdered',
    convoyIntent: '2023',
    civilDisorder: 'homeDistance',
    supportCoast: 'ignored',
  },
  droidippy: {
    landFallback: 'whenNoRouteOrdered',
    convoyIntent: '2023',
    civilDisorder: 'homeDistance',
    supportCoast: 'mustMatch',
  },
} as const satisfies Readonly<Record<string, Rulebook>>;

/** The name of a rulebook of ours. */
export type RulebookName = keyof typeof RULEBOOKS;
