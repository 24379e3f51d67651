export { createFakeClock } from './fake-clock.js';
export { HOSTILE_TEXT, withHostileWords } from './hostile-words.js';
export { describeEmbeddingModel, type EmbeddingModelHarness } from './describe-embedding-model.js';
export { describeLanguageModel, type LanguageModelHarness } from './describe-language-model.js';
export { createSleeplessClock } from './sleepless-clock.js';
export type { Situation } from './situation.js';
