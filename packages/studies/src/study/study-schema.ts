import { z } from 'zod';
import { NO_KEYS } from '../settings/setting-values.js';
import { ROTATIONS, type SettingValue, type Settings } from './study.js';

const settingValue: z.ZodType<SettingValue> = z.json();
const settings: z.ZodType<Settings> = z.record(z.string(), settingValue);

const modelId = z
  .string({ error: 'write a model id' })
  .min(1, { error: 'write a model id' })
  .refine((id) => !id.includes('#'), { error: NO_KEYS });
const modelIds = z.union([modelId.transform((id) => [id]), z.array(modelId).min(1)], {
  error: `write a model id, or a list of them; ${NO_KEYS}`,
});

/** Seats of a study; single entries can be factors too. */
export const seatsSchema = z.strictObject({
  testSeat: modelId.exactOptional(),
  at: z.string().exactOptional(),
  opponents: modelIds.exactOptional(),
  models: modelIds.exactOptional(),
  rotate: z.enum(ROTATIONS, { error: `write ${ROTATIONS.join(', ')}` }).exactOptional(),
});

const seed = z
  .union([z.string(), z.int().min(0)])
  .transform(String)
  .refine((text) => /^[A-Za-z0-9][A-Za-z0-9-]{0,30}$/.test(text), {
    error: 'a seed is a number or a word of letters, digits and -',
  });

const SEEDS = 'write how many (20), or which ones ([1, 5, 9])';
const count = z.int({ error: SEEDS }).min(1, { error: SEEDS }).max(100_000, { error: SEEDS });

const TOKENS = { '': 1, k: 1000, m: 1_000_000 } as const;
const MILLISECONDS = { s: 1000, m: 60_000, min: 60_000, h: 3_600_000 } as const;
const amount = (parse: (text: string) => number | null, example: string) =>
  z.union([z.number(), z.string()]).transform((written, context) => {
    const parsed = parse(String(written));
    if (parsed === null) context.addIssue({ code: 'custom', message: `write ${example}` });
    return parsed ?? 0;
  });

const levels = z.union([z.array(settingValue).min(1), z.record(z.string(), settings.nullable())], {
  error: 'write a list of levels, or a mapping of names to what each level sets',
});
const text = z.string({ error: 'write a text' });
const pair = z.tuple([text, text]);

/** The file as it is written. */
export const studySchema = z.strictObject({
  name: z
    .string({ error: 'give the study a name' })
    .regex(/^[a-z0-9][a-z0-9-]*$/, { error: 'a name has small letters, digits and -' }),
  program: z.string({ error: 'say what is run' }),
  description: text.exactOptional(),
  settings: settings.exactOptional(),
  seats: seatsSchema.exactOptional(),
  factors: z.record(z.string(), levels).exactOptional(),
  conditions: z.record(z.string(), settings.nullable(), { error: 'write a mapping of names to what each sets' }).exactOptional(),
  seeds: z.union([count, z.array(seed).min(1)], { error: SEEDS }).exactOptional(),
  pairedSeeds: z.boolean({ error: 'write true or false' }).exactOptional(),
  replicates: z.int({ error: 'write a whole number from 1' }).min(1, { error: 'write a whole number from 1' }).exactOptional(),
  budget: z
    .strictObject({
      dollars: z.number({ error: 'write dollars, such as 5 or 0.25' }).positive({ error: 'write more than 0' }).exactOptional(),
      tokens: amount(parseTokenCount, 'tokens, such as 500k or 2M').exactOptional(),
      wallTime: amount(parseWallTime, 'a time, such as 90s, 20m or 2h').exactOptional(),
    })
    .exactOptional(),
  compare: z
    .union([pair.transform((one) => [one]), z.array(pair)], { error: 'write two conditions, [A, B], or a list of such pairs' })
    .exactOptional(),
  measures: z.array(text, { error: 'write a list of measures' }).min(1).exactOptional(),
});

export type WrittenStudy = z.output<typeof studySchema>;

/** `500k`, `2M`, `2_000_000`; `null` for anything else. */
function parseTokenCount(text: string): number | null {
  return parseAmount(text.replaceAll('_', ''), TOKENS);
}

/** `90s`, `20m`, `2h`, in milliseconds; `null` for anything else. */
function parseWallTime(text: string): number | null {
  return parseAmount(text, MILLISECONDS);
}

function parseAmount(text: string, units: Readonly<Record<string, number>>): number | null {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?) ?([a-z]*)$/i.exec(text.trim()) ?? [];
  const factor = Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined;
  return amount === undefined || factor === undefined || Number(amount) === 0 ? null : Math.round(Number(amount) * factor);
}
