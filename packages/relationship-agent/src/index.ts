export { agentPromptSamples } from './prompts/agent-prompt-samples.js';
export { RelationshipAgent, type RelationshipAgentOptions } from './relationship-agent.js';
