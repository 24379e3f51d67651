import { CLOSE_STANCES } from './close-stances.js';
import { HARD_STANCES } from './hard-stances.js';
import { KIND_STANCES } from './kind-stances.js';
import type { Repertoire, Stance } from './stance.js';

/** Phrases of every stance. */
export const REPERTOIRES: { readonly [S in Stance]: Repertoire } = { ...KIND_STANCES, ...CLOSE_STANCES, ...HARD_STANCES };
