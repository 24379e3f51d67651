export {
  createScriptedModel,
  type ScriptedEntry,
  type ScriptedKey,
  type ScriptedModel,
  type ScriptedModelOptions,
  type ScriptedReply,
} from './scripted-model.js';
export { ScriptedModelError } from './scripted-model-error.js';
