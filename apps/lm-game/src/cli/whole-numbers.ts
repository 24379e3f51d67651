import { parsed, UsageError, type VerbOption } from '@entente/run-console';

/** Whole numbers of at least 1 with commas between them. */
export function wholeNumbers(flags: string, description: string): VerbOption<readonly number[] | undefined> {
  return parsed(flags, description, (value) =>
    value.split(',').map((word) => {
      const number = Number(word.trim());
      if (/^\d+$/.test(word.trim()) && number >= 1 && Number.isSafeInteger(number)) return number;
      throw new UsageError(
        `${flags.split(' ')[0] ?? flags} cannot be "${value}"; write whole numbers with commas, e.g. 4000,8000.`,
      );
    }),
  );
}
