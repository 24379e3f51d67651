import {
  choicesOf,
  defaultInWords,
  forkKeys,
  readSettingText,
  readYesOrNo,
  type Setting,
  type SettingTable,
} from '@entente/studies/settings';
import type { z } from 'zod';
import { UsageError } from '../cli/console-error.js';
import { needs, noEffect, type OptionRule } from '../cli/option-rules.js';
import { longFlag, type VerbOption } from '../cli/verb.js';

/** An option for each row of a table that has a flag, under the name of its setting; undefined where it is not given. */
export type SettingOptions<Table extends SettingTable> = {
  readonly [Name in keyof Table as Table[Name] extends { readonly flag: string } ? Name : never]: VerbOption<
    z.output<Table[Name]['schema']> | undefined
  >;
};

/** Options of a command line, derived from a table of settings. */
export function settingOptions<Table extends SettingTable>(table: Table): SettingOptions<Table> {
  const rows = Object.entries(table).filter(([, { flag }]) => flag !== undefined);
  return Object.fromEntries(rows.map(([name, row]) => [name, optionOf(row)])) as unknown as SettingOptions<Table>;
}

function optionOf(row: Setting): VerbOption<unknown> {
  const { flag = '', aliases, isList, help } = row;
  const choices = choicesOf(row);
  const usual = defaultInWords(row);
  const remarks = [choices?.join(', '), usual && `default: ${usual}`].filter(Boolean).join('; ');
  return {
    flags: flag,
    aliases,
    isList,
    choices,
    description: remarks === '' ? help : `${help} (${remarks})`,
    parse: (text) => readFlag(row, text),
  };
}

/** @throws UsageError naming the values that there are */
function readFlag(row: Setting, text: string): unknown {
  const { flag = '', flagMeans = { yes: true, no: false } } = row;
  const isYesOrNo = !flag.includes('<');
  const { value, problem } = isYesOrNo ? readYesOrNo(text) : readSettingText(row, text);
  if (problem !== undefined) throw new UsageError(`${longFlag(flag)} cannot be "${text}"; ${problem}.`);
  return isYesOrNo ? (value === true ? flagMeans.yes : flagMeans.no) : value;
}

/** Refuses options of settings beside a study file, naming the place of each setting in the file. */
export function besideStudyFile(table: SettingTable, further: Readonly<Record<string, string>> = {}): OptionRule {
  const rows = Object.entries(table).filter(([, { flag, spec }]) => flag !== undefined && spec !== null);
  const places = { ...Object.fromEntries(rows.map(([name, row]) => [name, placeInStudies(name, row)])), ...further };
  return noEffect({
    when: ({ words }) => words.length > 0,
    options: Object.keys(places),
    because: (key) => `the study file says what is played; put ${places[key] ?? 'it there'}.`,
  });
}

function placeInStudies(name: string, { inStudies, flagMeans }: Setting): string {
  return inStudies ?? `${name}${flagMeans === undefined ? '' : `: ${String(flagMeans.yes)}`} under settings`;
}

/** Refuses options of settings that need another one, where the command does not ask for that. */
export function neededSettings(table: SettingTable): readonly OptionRule[] {
  return Object.entries(table).flatMap(([name, { flag, needs: needed }]) =>
    flag === undefined || needed === undefined ? [] : [needs([name], [needed])],
  );
}

/** The first setting that has no effect without another one, as a sentence; undefined where all have an effect. */
export function missingNeed(table: SettingTable, values: Readonly<Record<string, unknown>>): string | undefined {
  for (const [name, { needs: needed }] of Object.entries(table)) {
    const isAsked = (key: string): boolean => values[key] !== undefined && values[key] !== false;
    if (needed !== undefined && isAsked(name) && !isAsked(needed))
      return `${name} has no effect without ${needed}; add ${needed}, or leave out ${name}.`;
  }
  return undefined;
}

/**
 * Reads the value of `fork --set` for a key that a row of the table names.
 * @throws UsageError naming the values that there are
 */
export function readForkValue(
  table: SettingTable,
  key: string,
  text: string,
): { readonly name: string; readonly value: unknown } {
  const [name, row] = Object.entries(table).find(([each, setting]) => forkKeys({ [each]: setting }).includes(key)) ?? [];
  if (name === undefined || row === undefined) throw new Error(`No setting of the table has the key ${key}.`);
  const { value, problem } = readSettingText(row, text);
  if (problem !== undefined) throw new UsageError(`${key} cannot be "${text}"; ${problem}.`);
  return { name, value };
}
