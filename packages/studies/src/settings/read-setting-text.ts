import type { z } from 'zod';
import type { Setting } from './setting.js';

const YES = ['1', 'true', 't', 'yes', 'y', 'on'];
const NO = ['0', 'false', 'f', 'no', 'n', 'off'];

/** A value, or half a sentence about the values that there are. */
export type ReadSetting<Value> =
  { readonly value: Value; readonly problem?: undefined } | { readonly problem: string; readonly value?: undefined };

/**
 * Reads a value out of the text behind a flag or behind `fork --set key=`. Of all that the text can mean (a number, yes or no, JSON, a list
 * with commas, the text itself) it is the first that the schema accepts.
 */
export function readSettingText<Schema extends z.ZodType>(
  { schema, isList }: Pick<Setting<Schema>, 'schema' | 'isList'>,
  text: string,
): ReadSetting<z.output<Schema>> {
  const meanings = isList === true ? meaningsOfList(text) : meaningsOf(text.trim());
  const parsed = meanings.map((meaning) => schema.safeParse(meaning));
  const accepted = parsed.find(({ success }) => success);
  if (accepted?.success === true) return { value: accepted.data };
  return { problem: parsed[0]?.error?.issues[0]?.message ?? 'write another value' };
}

/** Reads the text behind a flag that stands for yes or no: `--simple-prompts false`. */
export function readYesOrNo(text: string): ReadSetting<boolean> {
  const word = text.trim().toLowerCase();
  if (YES.includes(word)) return { value: true };
  if (NO.includes(word)) return { value: false };
  return { problem: 'write true or false, or nothing for true' };
}

function meaningsOf(text: string): readonly unknown[] {
  const { value } = readYesOrNo(text);
  return [
    ...(/^[[{]/.test(text) ? parsedJson(text) : []),
    ...(/^-?\d[\d_]*(\.\d+)?$/.test(text) ? [Number(text.replaceAll('_', ''))] : []),
    ...(value === undefined ? [] : [value]),
    text,
  ];
}

function meaningsOfList(text: string): readonly unknown[] {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return [words.map((word) => (/^\d+$/.test(word) ? Number(word) : word)), words];
}

function parsedJson(text: string): readonly unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}
