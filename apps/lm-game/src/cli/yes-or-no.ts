import { UsageError, type VerbOption } from '@entente/run-console';

const YES = ['1', 'true', 't', 'yes', 'y', 'on'];
const NO = ['0', 'false', 'f', 'no', 'n', 'off'];

/** A flag that may say no: alone it is a yes, and undefined where it is not given. @param flags as `--simple-prompts [bool]` */
export function yesOrNo(flags: string, description: string): VerbOption<boolean | undefined> {
  return {
    flags,
    description,
    parse: (value) => {
      const word = value.trim().toLowerCase();
      if (YES.includes(word)) return true;
      if (NO.includes(word)) return false;
      throw new UsageError(`${flags.split(' ')[0] ?? flags} cannot be "${value}"; write true or false, or nothing for true.`);
    },
  };
}
