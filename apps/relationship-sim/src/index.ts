export { offlineResponders } from './offline-responders.js';
export { playScene } from './play-scene.js';
export {
  coupleProgram,
  materialDigest,
  type ModelName,
  promptSetDigest,
  type RelationshipModels,
  type RelationshipOptions,
  type RelationshipSpec,
  relationshipSpec,
} from './relationship-program.js';
