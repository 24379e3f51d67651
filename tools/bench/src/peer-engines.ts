/** Measured speed of another adjudicator. */
export interface PeerEngine {
  readonly name: string;
  readonly adjudicationsPerSecond: number;
  /** Left out where the engine has no list of legal orders. */
  readonly legalOrdersPerSecond?: number;
}

/**
 * Other engines on one core of another machine of two cores, on 3,000 movement phases of real games, data parsed before. Each at its best:
 * DipCC with legal orders already made, the Python package without setting orders.
 */
export const PEER_ENGINES: readonly PeerEngine[] = [
  { name: 'DipCC (C++)', adjudicationsPerSecond: 16_700, legalOrdersPerSecond: 6750 },
  { name: 'TedDriggs/diplomacy (Rust)', adjudicationsPerSecond: 8650 },
  { name: 'js-diplomacy 0.1.5 (npm)', adjudicationsPerSecond: 1640 },
  { name: 'diplomacy 1.1.2 (Python)', adjudicationsPerSecond: 1143, legalOrdersPerSecond: 445 },
  { name: 'godip (Go)', adjudicationsPerSecond: 925, legalOrdersPerSecond: 90 },
];
