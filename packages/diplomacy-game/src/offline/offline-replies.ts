/** What the offline diplomat answers to each prompt: functions of the rendered text and of seeded randomness only. */
export { offlineConsolidation } from './offline-consolidation.js';
export { offlineFormat } from './offline-format.js';
export { offlineMessages } from './offline-messages.js';
export { offlineNegotiationDiary } from './offline-negotiation-diary.js';
export { offlineOrders } from './offline-orders.js';
export { offlineOutset } from './offline-outset.js';
export { offlinePhaseDiary } from './offline-phase-diary.js';
export { offlinePlan } from './offline-plan.js';
export { offlineStateUpdate } from './offline-state-update.js';
export { offlineSummary } from './offline-summary.js';
