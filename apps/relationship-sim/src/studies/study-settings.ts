import { BONDS, COUPLE_STAGES, LIVING, SCENE_CATEGORIES } from '@entente/relationship';
import { coupleSchema, PAIRING_RULES, readCouples, type WrittenCouple } from '@entente/relationship/material';
import { defineSettings, type GivenSettings, nearestName, oneOf, wholeNumber } from '@entente/studies/settings';
import { z } from 'zod';
import { COUPLE_SETTINGS } from '../couple-runs/couple-settings.js';
import type { StudySource } from './study-source.js';

const NO_COUPLES = 'write a couple, several, or all; a couple is a name, or { partners: [maya, jonas], stage: dating, … }';
/** Explains how one couple that is written out becomes a list of couples. */
const couplesFault = ({ input }: { readonly input?: unknown }): string =>
  typeof input === 'object' && input !== null && !Array.isArray(input)
    ? 'a couple that is written out stands in a list; write [{ partners: [maya, jonas], stage: dating, … }]'
    : NO_COUPLES;
const PAIRING = 'write how the personas are paired: { rule: listed }, and if need be seed, stage, months, living, bond, story';
const SENTENCES = 'write a few sentences';

/** Couples written out in the study; the reader of couples checks them, and tells every fault. */
const writtenCouple = z
  .custom<WrittenCouple>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
  .meta(plainSchema(coupleSchema));

const pairingSchema = z.strictObject(
  {
    rule: oneOf(PAIRING_RULES).describe(
      'listed: the first with the second, …; random; by-group: across the two groups; all: each with each other one',
    ),
    seed: z
      .union([z.string(), z.int()], { error: 'write a seed' })
      .transform(String)
      .exactOptional()
      .describe('decides random pairs; 1 unless written'),
    bond: oneOf(BONDS).exactOptional(),
    stage: oneOf(COUPLE_STAGES).exactOptional(),
    months: wholeNumber(0).exactOptional().describe('months since they became what they are to each other'),
    living: oneOf(LIVING).exactOptional(),
    children: wholeNumber(0).exactOptional(),
    story: z.string({ error: SENTENCES }).trim().min(1, { error: SENTENCES }).exactOptional(),
  },
  { error: PAIRING },
);

/** Settings of a study of couples: those of every run, and those that decide who lives through what. Names are checked against the study's material. */
export function studyTable(source: StudySource): StudyTable {
  return tableOf(source);
}

export type StudyTable = ReturnType<typeof tableOf>;

/** Settings of a study as they are read. */
export type GivenStudySettings = GivenSettings<StudyTable>;

function tableOf(source: StudySource) {
  const { library } = source;
  const personas = library.personas.map(({ id }) => id);
  const persona = named('persona', personas, source);
  return defineSettings({
    ...COUPLE_SETTINGS,
    couples: {
      ...COUPLE_SETTINGS.couples,
      schema: couplesOf(source),
      help: "couples, by name or written out; all for the study's own, or for those that ship if it has none; each plays every seed",
    },
    pairing: { schema: pairingSchema, help: "how couples are made of the study's own personas", spec: 'couple' },
    firstPersona: {
      schema: persona,
      help: 'persona in the place of the first partner of each couple, by its id',
      spec: 'couple',
    },
    secondPersona: { schema: persona, help: 'persona in the place of the second partner of each couple', spec: 'couple' },
    scenarios: {
      schema: scenarioNames(source),
      help: 'scenarios that may be played, by id, by turning point or by category',
      defaultText: 'all',
      spec: 'pool',
    },
    arc: {
      ...COUPLE_SETTINGS.arc,
      schema: named(
        'arc',
        library.arcs.map(({ id }) => id),
        source,
      ),
    },
  });
}

function couplesOf({ library, faults, written }: StudySource) {
  const ids = library.couples.map(({ id }) => id);
  const one = z.union([z.string(), writtenCouple], { error: NO_COUPLES });
  return z
    .union([z.string(), z.array(one, { error: NO_COUPLES }).min(1, { error: NO_COUPLES })], { error: couplesFault })
    .transform((names): readonly (string | WrittenCouple)[] => (typeof names === 'string' ? [names] : names))
    .superRefine((couples, context) => {
      // A couple of a file with faults may be the one that is meant.
      const isMeant = (name: string) => name === 'all' || ids.includes(name) || faults.some(({ file }) => /couples/.test(file));
      const unknown = couples.find((couple) => typeof couple === 'string' && !isMeant(couple));
      if (typeof unknown === 'string')
        context.addIssue({ code: 'custom', message: `there is no couple "${unknown}"; ${suggestion(unknown, ids)}` });
      for (const { path, message } of faultsOfInline(couples, { library, written }))
        context.addIssue({ code: 'custom', path: [...path], message });
    });
}

function faultsOfInline(
  couples: readonly (string | WrittenCouple)[],
  { library, written }: Pick<StudySource, 'library' | 'written'>,
) {
  return couples.flatMap((couple, index) => {
    if (typeof couple === 'string') return [];
    const { faults } = readCouples([couple], library.personas);
    const told = faults.filter(({ message }) => ![...written].some((name) => message.includes(`no persona is called "${name}"`)));
    return told.map(({ path, message }) => ({ path: [index, ...path.slice(1)], message }));
  });
}

/**
 * Whether a name may be that of an entry in a file with faults, which perhaps could not be read at all. A name that is nearly right is
 * wrong all the same.
 */
function mayBeMeant(name: string, known: readonly string[], { faults, written }: StudySource, files: RegExp): boolean {
  return written.has(name) || (faults.some(({ file }) => files.test(file)) && nearestName(name, known) === undefined);
}

function scenarioNames(source: StudySource) {
  const { library } = source;
  const error = 'write a list of scenarios, turning points or categories';
  const text = z.string({ error });
  const points = library.turningPoints.flatMap(({ id, name }) => [id, name]);
  const known = [...SCENE_CATEGORIES, ...points, ...library.scenarios.map(({ id }) => id)];
  return z
    .union([text, z.array(text, { error }).min(1, { error })], { error })
    .transform((names): readonly string[] => (typeof names === 'string' ? [names] : names))
    .superRefine((names, context) => {
      for (const name of names)
        if (!known.includes(name) && !mayBeMeant(name, known, source, /scenarios|turning-points/))
          context.addIssue({
            code: 'custom',
            message: `no scenario, turning point or category is called "${name}"; ${suggestion(name, known)}`,
          });
    });
}

function named(kind: string, known: readonly string[], source: StudySource) {
  return z.string({ error: `write the name of a ${kind}` }).superRefine((name, context) => {
    if (!known.includes(name) && !mayBeMeant(name, known, source, new RegExp(`${kind}s`)))
      context.addIssue({ code: 'custom', message: `there is no ${kind} "${name}"; ${suggestion(name, known)}` });
  });
}

/** The nearest name, or those there are; of very many, only their number. */
function suggestion(name: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  if (near !== undefined) return `did you mean ${near}?`;
  return known.length > 40 ? `there are ${known.length}, and no name is near` : `there are ${known.join(', ')}`;
}

function plainSchema(schema: z.ZodType): Readonly<Record<string, unknown>> {
  const { $schema: _, ...fields } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return fields;
}
