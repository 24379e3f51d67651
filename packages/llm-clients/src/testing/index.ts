export { describeEmbeddingModel, type EmbeddingModelHarness } from './describe-embedding-model.js';
export { describeLanguageModel, type LanguageModelHarness } from './describe-language-model.js';
export { createFakeClock, createSleeplessClock } from './fake-clock.js';
export { HOSTILE_TEXT, withHostileWords } from './hostile-words.js';
export type { Situation } from './situation.js';
