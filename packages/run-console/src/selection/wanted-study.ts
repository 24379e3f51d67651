import { UsageError } from '../cli/console-error.js';

/** A study as it was asked for: by name, and by version where one was named. */
export interface WantedStudy {
  readonly name: string;
  /** The version, or the beginning of it; `null` for the version of the most recent run. */
  readonly version: string | null;
}

/** Reads `press-or-not` and `press-or-not@3fa9c2d1`. @throws UsageError for a version that cannot be one */
export function parseWantedStudy(text: string): WantedStudy {
  const at = text.indexOf('@');
  if (at < 0) return { name: text, version: null };
  const [name, version] = [text.slice(0, at), text.slice(at + 1)];
  if (!/^[0-9a-f]{1,8}$/.test(version))
    throw new UsageError(`--study ${text} names no version; write the digits that reports show, as in --study ${name}@3fa9c2d1.`);
  return { name, version };
}
