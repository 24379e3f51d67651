import { existsSync } from 'node:fs';
import { dataFolder } from './corpus-data.js';

/** Runs before the corpus tests, which would otherwise all fail for the same reason. */
export default function requireData(): void {
  if (existsSync(dataFolder)) return;
  throw new Error(`The corpus tests read ${dataFolder}, which is not there. Name the folder in DIPLOMACY_DATA.`);
}
