export { type Couple, type PartnerProfile } from './couples/couple.js';
export { COUPLES } from './couples/couples.js';
export { offlineResponders } from './offline-responders.js';
export { playScene } from './play-scene.js';
export {
  coupleProgram,
  type ModelName,
  promptSetDigest,
  type RelationshipModels,
  type RelationshipOptions,
  type RelationshipSpec,
  relationshipSpec,
} from './relationship-program.js';
