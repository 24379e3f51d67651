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
export { materialDigest } from './run-material.js';
