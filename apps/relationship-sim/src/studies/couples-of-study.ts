import type { Couple, Persona } from '@entente/relationship';
import { contradictionsIn, pairPersonas, readCouples, UnpairedError } from '@entente/relationship/material';
import { SettingFault } from '../couple-runs/setting-fault.js';
import { putInPersona } from './put-in-persona.js';
import type { GivenStudySettings } from './study-settings.js';
import type { StudySource } from './study-source.js';
import { countOf } from '@entente/studies/tables';

/**
 * Couples of a study: those that a condition names or writes out, otherwise those of the folder, or its personas paired by the rule.
 * @param condition name of the condition, for messages
 * @throws SettingFault if there is nobody, or two settings contradict each other
 */
export function couplesOfStudy(given: GivenStudySettings, source: StudySource, condition: string): readonly Couple[] {
  const { firstPersona, secondPersona } = given;
  const personas = source.library.personas;
  const find = (id: string | undefined): Persona | undefined => personas.find((persona) => persona.id === id);
  const first = find(firstPersona);
  const second = find(secondPersona);
  return chosen(given, source, condition).map((couple) => putInPersona(putInPersona(couple, 0, first), 1, second));
}

function chosen({ couples, pairing }: GivenStudySettings, source: StudySource, condition: string): readonly Couple[] {
  const { library, own } = source;
  const isAll = couples?.includes('all') === true;
  if (couples !== undefined && !isAll) {
    if (pairing) throw new SettingFault('pairing', 'pairing has no effect beside couples; leave out one of the two.');
    return unlike(
      [...new Set(couples)].map((couple): Couple => {
        const found =
          typeof couple === 'string'
            ? library.couples.find(({ id }) => id === couple)
            : readCouples([couple], library.personas).couples[0];
        if (!found) throw new SettingFault('couples', 'The couples cannot be read.');
        return found;
      }),
    );
  }
  if (pairing) return paired(pairing, source);
  if (own.couples.length > 0) return own.couples;
  if (own.personas.length === 2) return paired({ rule: 'listed' }, source);
  if (own.personas.length > 0 && !isAll)
    throw new SettingFault(
      'couples',
      `There are ${own.personas.length} personas and no couples: add couples.yaml, or pairing: { rule: listed } under settings:.`,
    );
  if (isAll) return library.couples;
  throw new SettingFault('couples', `The study does not say who lives through "${condition}"; add couples: all under settings:.`);
}

/** Couples of different names. */
function unlike(couples: readonly Couple[]): readonly Couple[] {
  const twice = couples.find(({ id }, index) => couples.findIndex((other) => other.id === id) !== index);
  if (twice) throw new SettingFault('couples', `Two couples are called "${twice.id}"; give one of them an id of its own.`);
  return couples;
}

function paired(
  { rule, seed = '1', ...facts }: NonNullable<GivenStudySettings['pairing']>,
  { own }: StudySource,
): readonly Couple[] {
  if (own.couples.length > 0)
    throw new SettingFault(
      'pairing',
      'pairing has no effect: the folder has couples of its own; leave out pairing, or take the couples away.',
    );
  if (own.personas.length < 2)
    throw new SettingFault(
      'pairing',
      `pairing needs two personas or more beside the study file, and there are ${own.personas.length}.`,
    );
  try {
    const couples = pairPersonas(own.personas, rule, seed);
    const withFacts = couples.map((couple): Couple => ({ ...couple, facts: { ...couple.facts, ...facts } }));
    const [wrong] = withFacts.flatMap(({ id, facts: own, partners }) =>
      contradictionsIn(own, partners).map(({ message }) => `${id}: ${message}`),
    );
    if (wrong !== undefined) throw new SettingFault('pairing', `pairing: ${wrong}.`);
    return withFacts;
  } catch (cause) {
    if (!UnpairedError.isInstance(cause)) throw cause;
    throw new SettingFault('pairing', cause.message);
  }
}

/** Tells which pairs the rule `all` leaves out, since nobody could tell the two apart in a scene; undefined where there are none. */
export function noteOnPairsLeftOut(
  { pairing, couples }: GivenStudySettings,
  { own: { personas } }: StudySource,
): string | undefined {
  if (pairing?.rule !== 'all' || couples !== undefined) return undefined;
  const pairs = personas.flatMap((one, index) =>
    personas.slice(index + 1).flatMap((other) => (one.name === other.name ? [`${one.id} and ${other.id}`] : [])),
  );
  if (pairs.length === 0) return undefined;
  const shown = pairs.length > 3 ? `${pairs.slice(0, 2).join('; ')}; and ${pairs.length - 2} more` : pairs.join('; ');
  return `pairing: all leaves out ${countOf(pairs.length, 'pair')} of one name (${shown})`;
}
