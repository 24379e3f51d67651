import { isOffline } from '@entente/llm-clients/contract';
import type { RunBlueprint } from '@entente/simulation-core/journal';
import type { RunKind } from './run-kind.js';

/** Label of everything that the offline model played: nobody may take it for a result. */
export const OFFLINE_NOTE =
  'Played by the offline model: rules of thumb, not a language model. Nothing here says anything about people.';

/** Whether the offline model had a part in a run. False for a header that cannot be read. */
export function isPlayedOffline<State, Fact extends { readonly type: string }>(
  kind: Pick<RunKind<State, Fact>, 'modelsOf'>,
  blueprint: RunBlueprint,
): boolean {
  try {
    return kind.modelsOf(blueprint).some(isOffline);
  } catch {
    return false;
  }
}
