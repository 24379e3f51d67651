import type { OfflineResponder } from '@entente/llm-clients';
import { offlineResponders as agentResponders } from '@entente/relationship-agent/offline';
import { offlineResponders as directorResponders } from '@entente/scene-master/offline';

/** What the offline model needs to answer every prompt of a relationship simulation. */
export const offlineResponders: readonly OfflineResponder[] = [...agentResponders, ...directorResponders];
