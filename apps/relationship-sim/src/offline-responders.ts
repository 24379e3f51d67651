import type { OfflineResponder } from '@entente/llm-clients';
import { offlineResponders as agentResponders } from '@entente/relationship-agent/offline';
import { offlineResponders as directorResponders } from '@entente/scene-master/offline';

/** Answers every prompt of a relationship simulation without a model. */
export const offlineResponders: readonly OfflineResponder[] = [...agentResponders, ...directorResponders];
