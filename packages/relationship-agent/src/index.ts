export { offlineResponders } from './offline-responders.js';
export { actPrompt } from './prompts/act.js';
export { agentPromptSamples } from './prompts/agent-prompt-samples.js';
export { appraiseMemoriesPrompt, type MemoryAppraisals } from './prompts/appraise-memories.js';
export { appraisePrompt } from './prompts/appraise.js';
export { makeChoicesPrompt } from './prompts/make-choices.js';
export { reflectPrompt } from './prompts/reflect.js';
export { RelationshipAgent, type RelationshipAgentOptions } from './relationship-agent.js';
