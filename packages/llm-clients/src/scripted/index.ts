export { createScriptedModel, type ScriptedEntry } from './scripted-model.js';
export { ScriptedModelError } from './scripted-model-error.js';
