export { directorPromptSamples } from './prompts/director-prompt-samples.js';
export { DIRECTOR_WORDS, type DirectorWords } from './prompts/director-words.js';
export { SameNameError, SceneMasterError } from './scene-master-errors.js';
export { SceneMaster, type SceneMasterOptions } from './scene-master.js';
