import { type Power, POWERS } from '@entente/diplomacy-rules';

const EVERYBODY = ['GLOBAL', 'ALL', 'EVERYONE', 'EVERYBODY', 'ALL POWERS', 'PUBLIC', 'BROADCAST'];

/** Other names that models give to a power. */
const NAMES: { readonly [P in Power]: readonly string[] } = {
  AUSTRIA: ['AUSTRIA-HUNGARY', 'AUSTRIA HUNGARY', 'AUSTRIAN', 'AUS'],
  ENGLAND: ['BRITAIN', 'GREAT BRITAIN', 'UNITED KINGDOM', 'UK', 'ENGLISH', 'BRITISH', 'BRIT', 'ENG'],
  FRANCE: ['FRENCH', 'FRA'],
  GERMANY: ['GERMAN', 'EGMANY', 'GER'],
  ITALY: ['ITALIAN', 'ITA'],
  RUSSIA: ['RUSSIAN', 'RUS'],
  TURKEY: ['TÜRKIYE', 'OTTOMAN', 'OTTOMAN EMPIRE', 'TURKISH', 'TUR'],
};

/** Reads a recipient as models write it; `null` if it is not certain who is meant. */
export function readRecipient(written: string): Power | 'GLOBAL' | null {
  const name = written
    .toUpperCase()
    .replaceAll(/[^\p{L}\s-]+/gu, ' ')
    .trim()
    .replace(/^THE\s+/, '')
    .replaceAll(/\s+/g, ' ');
  if (EVERYBODY.includes(name)) return 'GLOBAL';
  return POWERS.find((power) => power === name || NAMES[power].includes(name)) ?? null;
}

/** Reads the name of a power as models write it: `France`, `the Ottoman Empire`. Returns `null` for anything else. */
export function readPower(written: string): Power | null {
  const power = readRecipient(written);
  return power === 'GLOBAL' ? null : power;
}
