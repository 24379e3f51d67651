import { z } from 'zod';
import type { GivenSettings, Setting, SettingsIn, SettingTable } from './setting.js';

/** Names of the settings that stand in a section of a run's spec, in the order of the table. */
function namesIn(table: SettingTable, section: string): readonly string[] {
  return Object.keys(table).filter((name) => table[name]?.spec === `${section}.${name}`);
}

/** Schema of a section of a run's spec. A header that lacks a setting which has a default is read with that default. */
export function schemaOfSection<Table extends SettingTable, const Section extends string>(
  table: Table,
  section: Section,
): z.ZodType<SettingsIn<Table, Section>> {
  const fields = namesIn(table, section).map((name) => {
    const row = table[name] as Setting;
    if (row.default !== undefined) return [name, row.schema.default(row.default)];
    return [name, row.isAlwaysSet === true ? row.schema : z.exactOptional(row.schema)];
  });
  return z.object(Object.fromEntries(fields)) as unknown as z.ZodType<SettingsIn<Table, Section>>;
}

/**
 * Values of a section with what is given in the place of what was before, or of the defaults. Undefined values are left out, so that they
 * are not hashed.
 * @param before values that stay where nothing is given @default the defaults of the table
 */
export function withGiven<Table extends SettingTable, const Section extends string>(
  table: Table,
  section: Section,
  given: GivenSettings<Table>,
  before: Partial<SettingsIn<Table, Section>> = {},
): Partial<SettingsIn<Table, Section>> {
  const values = namesIn(table, section).flatMap((name) => {
    const value =
      (given as Readonly<Record<string, unknown>>)[name] ??
      (before as Readonly<Record<string, unknown>>)[name] ??
      table[name]?.default;
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(values) as Partial<SettingsIn<Table, Section>>;
}

/** Settings that a study file may hold under `settings`, each with the schema of its values. Keys of providers are refused. */
export function studySettings(table: SettingTable): Readonly<Record<string, z.ZodType>> {
  const rows = Object.entries(table).filter(([, { inStudies, spec }]) => inStudies === undefined && spec !== null);
  return Object.fromEntries(
    rows.map(([name, { schema, help, isModel, default: usual }]) => {
      const checked = isModel === true ? schema.refine(hasNoKey, { error: NO_KEYS }) : schema;
      return [name, checked.meta(usual === undefined ? { description: help } : { description: help, default: usual })];
    }),
  );
}

/** Message about a model id that carries a key in a study file. */
export const NO_KEYS = 'keys come from the environment or .env, never from a study file';

/** Whether a model id is without a key. */
export const hasNoKey = (id: unknown): boolean => !String(id).includes('#');

/** Keys by which `fork --set` changes settings, in the order of the table. */
export function forkKeys(table: SettingTable): readonly string[] {
  return Object.values(table).flatMap(({ fork, spec }) => (fork === true ? (spec === null ? [] : [spec]) : (fork ?? [])));
}

/** Words that a setting takes, where these are all; undefined for numbers and texts. */
export function choicesOf({ schema, flagMeans }: Setting): readonly string[] | undefined {
  return flagMeans === undefined && schema instanceof z.ZodEnum ? schema.options.map(String) : undefined;
}

/** The default in words: `0`, `python-compatible`, `the first model that plays`; undefined for none and for `false`. */
export function defaultInWords({ default: usual, defaultText, flagMeans }: Setting): string | undefined {
  if (defaultText !== undefined) return defaultText;
  if (usual === undefined || usual === false || usual === flagMeans?.no) return undefined;
  return typeof usual === 'string' ? usual : JSON.stringify(usual);
}
