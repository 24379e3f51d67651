import { chapter6A } from './chapter-6a.js';
import { chapter6B } from './chapter-6b.js';
import { chapter6C } from './chapter-6c.js';
import { chapter6D } from './chapter-6d.js';
import { chapter6E } from './chapter-6e.js';
import { chapter6F } from './chapter-6f.js';
import { chapter6G } from './chapter-6g.js';
import { chapter6H } from './chapter-6h.js';
import { chapter6I } from './chapter-6i.js';
import { chapter6J } from './chapter-6j.js';
import type { DatcCase } from './datc-case.js';
import { extra } from './extra.js';

/** All cases: those of chapter 6 of the DATC (version 3.0) by section, then those from other adjudicators. */
export const chapters: readonly { readonly name: string; readonly cases: readonly DatcCase[] }[] = [
  { name: '6.A moves and supports', cases: chapter6A },
  { name: '6.B provinces with two coasts', cases: chapter6B },
  { name: '6.C moves in a circle', cases: chapter6C },
  { name: '6.D supports and dislodgements', cases: chapter6D },
  { name: '6.E head-to-head battles and beleaguered garrisons', cases: chapter6E },
  { name: '6.F convoys', cases: chapter6F },
  { name: '6.G convoys between neighbours', cases: chapter6G },
  { name: '6.H retreats', cases: chapter6H },
  { name: '6.I builds', cases: chapter6I },
  { name: '6.J removals and civil disorder', cases: chapter6J },
  { name: 'boards from other adjudicators', cases: extra },
];
