export { agentPromptSamples } from './prompts/agent-prompt-samples.js';
export { AGENT_WORDS, type AgentWords } from './prompts/agent-words.js';
export { RelationshipAgent, type RelationshipAgentOptions } from './relationship-agent.js';
