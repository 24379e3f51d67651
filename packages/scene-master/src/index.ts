export { directorPromptSamples } from './prompts/director-prompt-samples.js';
export { ArcError, SameNameError, SceneMasterError } from './scene-master-errors.js';
export { SceneMaster, type SceneMasterOptions } from './scene-master.js';
export { drawScenario, type Scenario, TEN_SCENE_ARC } from './scenarios/scenario.js';
export { SCENARIOS } from './scenarios/scenarios.js';
