import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { type OfflineResponder, SettingError } from '@entente/llm-clients';

/**
 * The responders that a module exports as `responders` (or `offlineResponders`); a path is read from the working folder.
 * @throws SettingError when there is no such module or export
 */
export async function loadResponders(specifier: string): Promise<readonly OfflineResponder[]> {
  const isPath = specifier.startsWith('.') || path.isAbsolute(specifier);
  let exported: Readonly<Record<string, unknown>>;
  try {
    exported = (await import(isPath ? pathToFileURL(path.resolve(specifier)).href : specifier)) as Readonly<
      Record<string, unknown>
    >;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SettingError('--responders', `--responders ${specifier} cannot be loaded: ${reason}`, { cause });
  }
  const responders = exported['responders'] ?? exported['offlineResponders'];
  if (Array.isArray(responders)) return responders as readonly OfflineResponder[];
  throw new SettingError('--responders', `--responders ${specifier} exports no list named 'responders'`);
}
