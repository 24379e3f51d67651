/** Replies of the offline model to the prompts of the analyst. */
export { analysisResponders } from './offline-responders.js';
