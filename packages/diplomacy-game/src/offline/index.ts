export { diplomacyResponders } from './offline-responders.js';
export { readActs, type SpokenAct } from './speech-acts.js';
