export { materialDigest, promptSetDigest } from './digests.js';
export { offlineResponders } from './offline-responders.js';
export { playScene } from './play-scene.js';
export {
  coupleProgram,
  type ModelName,
  type RelationshipModels,
  type RelationshipOptions,
  type RelationshipSpec,
  relationshipSpec,
} from './relationship-program.js';
