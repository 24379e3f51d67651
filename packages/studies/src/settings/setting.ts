import type { z } from 'zod';

/**
 * One row of a program's table of settings. Command lines, study files, `fork --set`, headers, lists of settings in force and docs all
 * derive from it.
 */
export interface Setting<Schema extends z.ZodType = z.ZodType> {
  /** Accepts a value as study files and headers write it. Its messages begin with `write`: `write true or false`. */
  readonly schema: Schema;
  /** Half a line for help texts, docs and editors. */
  readonly help: string;
  /** Value in force where nobody sets it. */
  readonly default?: z.output<Schema>;
  /** Default in words, where it depends on other settings: `the first model that plays`. */
  readonly defaultText?: string;
  /** Whether the setting has a value in every run although the table holds no default for it. @default false */
  readonly isAlwaysSet?: true;
  /** Option of a command line: `--max-year <year>`, `--simple-prompts [bool]`, or `--planning-phase`, which takes no value. */
  readonly flag?: string;
  /** Further names of the option, in the same form. */
  readonly aliases?: readonly string[];
  /** Values that a flag with `[bool]`, or without a value, stands for. @default true and false */
  readonly flagMeans?: { readonly yes: z.output<Schema>; readonly no: z.output<Schema> };
  /** Whether the option holds several values, with commas between them. @default false */
  readonly isList?: true;
  /** Whether values are model ids, which may carry a key on a command line and never in a study file. @default false */
  readonly isModel?: true;
  /** Place of the setting in study files, as the end of "put ...". @default its own name under `settings` */
  readonly inStudies?: string;
  /** Path in a run's spec, which makes the setting a part of the run's identity; `null` where it only chooses which files are kept. */
  readonly spec: string | null;
  /** Keys by which `fork --set` changes it; `true` for the path in the spec. @default none */
  readonly fork?: true | readonly string[];
  /** Name of the setting without which this one has no effect. */
  readonly needs?: string;
}

/** The settings of a program by name, in the order in which they are told. */
export type SettingTable = Readonly<Record<string, Setting>>;

/** Gives a table its exact type, so that types of values derive from it. */
export function defineSettings<const Table extends SettingTable>(table: Table): Table {
  return table;
}

/** The value of each setting of a table. */
type ValueOf<Row> = Row extends Setting<infer Schema> ? z.output<Schema> : never;
type Simplified<Type> = { readonly [Key in keyof Type]: Type[Key] };
type InSection<Row, Section extends string, Name> = Row extends { readonly spec: `${Section}.${Name & string}` } ? Name : never;
type HasValue<Row> = Row extends { readonly default: unknown } | { readonly isAlwaysSet: true } ? true : false;

/** Values of the settings that stand in one section of a run's spec, under their own names: `SettingsIn<typeof GAME_SETTINGS, 'settings'>`. */
export type SettingsIn<Table extends SettingTable, Section extends string> = Simplified<
  {
    readonly [Name in keyof Table as HasValue<Table[Name]> extends true ? InSection<Table[Name], Section, Name> : never]: ValueOf<
      Table[Name]
    >;
  } & {
    readonly [
      Name in keyof Table as HasValue<Table[Name]> extends true ? never : InSection<Table[Name], Section, Name>
    ]?: ValueOf<Table[Name]>;
  }
>;

/** Values that somebody gives for settings of a table; undefined where the default is to stand. */
export type GivenSettings<Table extends SettingTable> = {
  readonly [Name in keyof Table]?: ValueOf<Table[Name]> | undefined;
};
