import { hannahSamuel } from './hannah-samuel.js';
import { lenaMarcus } from './lena-marcus.js';
import { mayaJonas } from './maya-jonas.js';
import { noorFelix } from './noor-felix.js';
import { priyaDaniel } from './priya-daniel.js';
import { ruthIsaac } from './ruth-isaac.js';
import { sofiaElena } from './sofia-elena.js';
import { theoAmara } from './theo-amara.js';
import type { Couple } from './couple.js';

/** The couples that come with the app. */
export const COUPLES: readonly Couple[] = [
  mayaJonas,
  priyaDaniel,
  lenaMarcus,
  sofiaElena,
  theoAmara,
  hannahSamuel,
  noorFelix,
  ruthIsaac,
];
