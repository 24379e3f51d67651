import { nearestName, suggestName } from '@entente/studies/settings';
import { z } from 'zod';
import type { Couple, Persona } from '../couple.js';
import { type WrittenCouple, coupleSchema } from '../schemas/couple-schema.js';
import { idOf } from '../schemas/field-schemas.js';
import { personaSchema, type WrittenPersona } from '../schemas/persona-schema.js';
import { checkShape } from './check-shape.js';
import { contradictionsIn } from './contradictions.js';
import { type Entry, gather, type MaterialFault, one, type Outcome, partOf, readOn } from './material-fault.js';

/** Checks entries of personas, and gives each its id. */
export function buildPersonas(entries: readonly Entry[]): Outcome<Entry<Persona>> {
  return gather(entries, (entry) =>
    readOn(checkShape(personaSchema, entry), (checked) => ({
      values: [{ ...checked, value: personaOf(checked.value) }],
      faults: misnamed(checked),
    })),
  );
}

/** Words that stand for somebody in prompts and commands, so that nobody can be called by them. */
const TAKEN = new Set(['a', 'b', 'i', 'me', 'you', 'both', 'nobody']);

/** A name without a plain letter or digit makes no id, and some words mean somebody else. */
function misnamed({ value, fault }: Entry<WrittenPersona>): readonly MaterialFault[] {
  const { name, id } = value;
  if (TAKEN.has(soundsAs(name)))
    return [
      fault(['name'], `nobody can be called "${name}": prompts and commands use that word for somebody; write another name`),
    ];
  return (id ?? idOf(name)) === '' ? [fault(['name'], `the name "${name}" makes no id: write one, id: …`)] : [];
}

function personaOf({ description, life = {}, work, id, memories = [], ...persona }: WrittenPersona): Persona {
  return { ...persona, id: id ?? idOf(persona.name), persona: description, life: { ...life, work }, memories };
}

/** Couples as far as they refer to personas. */
const referencesSchema = z.looseObject(coupleSchema.pick({ partners: true, knows: true, secrets: true }).shape);

/** Personas that couples refer to. */
interface People {
  readonly byId: ReadonlyMap<string, Persona>;
  /** Ids that stand in files, of personas with faults too. */
  readonly written: ReadonlySet<string>;
  /** Whether every file of personas could be read: else only a name that is nearly right is known to be wrong. */
  readonly complete: boolean;
}

/** Checks entries of couples against the personas there are. */
export function buildCouples(
  entries: readonly Entry[],
  personas: readonly Persona[],
  { written, complete }: Omit<People, 'byId'>,
): Outcome<Entry<Couple>> {
  const people = { byId: new Map(personas.map((persona) => [persona.id, persona])), written, complete };
  return gather(entries, (entry) => {
    const shape = checkShape(coupleSchema, entry);
    if (shape.faults.length === 0) return readOn(shape, (checked) => coupleOf(checked, people));
    // References are checked all the same, so that all faults are told at once.
    const { values } = checkShape(referencesSchema, entry);
    const references = gather(values, (checked) => coupleOf(checked as Entry<WrittenCouple>, people));
    return { values: [], faults: [...shape.faults, ...references.faults] };
  });
}

function coupleOf(entry: Entry<WrittenCouple>, { byId, written, complete }: People): Outcome<Entry<Couple>> {
  const { value, fault } = entry;
  const partners = gather([...value.partners.entries()], ([place, partner]): Outcome<Persona> => {
    if (typeof partner !== 'string') {
      const built = buildPersonas([partOf(entry, ['partners', place], partner)]);
      return { values: built.values.map((each) => each.value), faults: built.faults };
    }
    const known = byId.get(partner);
    const unknown = `no persona is called "${partner}"; ${suggestName(partner, [...byId.keys()])}`;
    if (known) return one(known);
    return {
      values: [],
      faults:
        written.has(partner) || (!complete && !nearestName(partner, [...byId.keys()]))
          ? []
          : [fault(['partners', place], unknown)],
    };
  });
  const [first, second] = partners.values;
  if (!first || !second) return { values: [], faults: partners.faults };
  const faults = [
    ...(soundsAs(first.name) === soundsAs(second.name)
      ? [fault(['partners'], `both partners are called ${first.name}: scenes need two names`)]
      : []),
    ...(['knows', 'secrets'] as const).flatMap((key) =>
      Object.keys(value[key] ?? {})
        .filter((id) => id !== first.id && id !== second.id)
        .map((id) => fault([key, id], `"${id}" is neither of the two; ${suggestName(id, [first.id, second.id])}`)),
    ),
  ];
  const couple = assembled(value, [first, second]);
  const contradictions = contradictionsIn(couple.facts, couple.partners).map(({ key, message }) => fault([key], message));
  return { values: [{ ...entry, value: couple }], faults: [...faults, ...contradictions] };
}

/** A name as readers tell it from others: large and small letters, and signs that do not show, make no difference. */
function soundsAs(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\s]+/gu, '')
    .toLowerCase();
}

function assembled(written: WrittenCouple, partners: readonly [Persona, Persona]): Couple {
  const {
    id,
    bond = 'partners',
    stage = 'together',
    agreed = [],
    knows = {},
    secrets = {},
    kind,
    months,
    living,
    children,
    story,
  } = written;
  const [first, second] = partners;
  const facts = Object.entries({ bond, stage, agreed, kind, months, living, children, story });
  return {
    id: id ?? `${first.id}-${second.id}`,
    partners,
    facts: Object.fromEntries(facts.filter(([, value]) => value !== undefined)) as unknown as Couple['facts'],
    knows: [ownOf(knows, first.id) ?? '', ownOf(knows, second.id) ?? ''],
    secrets: [ownOf(secrets, first.id) ?? [], ownOf(secrets, second.id) ?? []],
  };
}

/** The value under a key that the record itself has: an id may be `constructor`. */
function ownOf<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
