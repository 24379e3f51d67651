import { parseModelId } from '@entente/llm-clients';
import { isExplainedError } from '@entente/llm-clients/contract';
import type { Session } from '@entente/run-console/session';
import { COUPLE_SETTINGS } from '../couple-runs/couple-settings.js';
import { SettingFault } from '../couple-runs/setting-fault.js';

const MODELS = Object.entries(COUPLE_SETTINGS).flatMap(([name, setting]) => ('isModel' in setting ? [name] : []));

/** Tells of a model id that cannot be read as a fault of its setting, so that a study is shown the line. @throws SettingFault */
export function assertModelsNamed(given: Readonly<Record<string, unknown>>, { config }: Pick<Session, 'config'>): void {
  for (const name of MODELS) {
    const id = given[name];
    if (typeof id !== 'string' || id === 'none') continue;
    try {
      parseModelId(id, { defaultProvider: config.provider });
    } catch (cause) {
      throw isExplainedError(cause) ? new SettingFault(name, (cause as Error).message) : cause;
    }
  }
}
