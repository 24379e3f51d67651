import { diplomacyResponders } from '@entente/diplomacy-game/offline';
import type { OfflineResponder } from '@entente/llm-clients';
import { offlineResponders as agentResponders } from '@entente/relationship-agent/offline';
import { offlineResponders as directorResponders } from '@entente/scene-master/offline';

/** Offline replies to the prompts of our own applications. */
export const domainResponders: readonly OfflineResponder[] = [...agentResponders, ...directorResponders, ...diplomacyResponders];
