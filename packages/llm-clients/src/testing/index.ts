export { createFakeClock, type FakeClock } from './fake-clock.js';
export { HOSTILE_TEXT, withHostileWords } from './hostile-words.js';
export { describeEmbeddingModel, type EmbeddingModelHarness } from './describe-embedding-model.js';
export { describeLanguageModel, type LanguageModelHarness } from './describe-language-model.js';
export {
  simulatedEmbeddingHarness,
  type SimulatedEndpoint,
  type SimulatedHarnessOptions,
  type SimulatedLanguageModelOptions,
  simulatedProviderHarness,
  situationResponders,
} from './simulated-provider-harness.js';
export { createSleeplessClock } from './sleepless-clock.js';
export type { Opened, Situation, SituationSettings } from './situation.js';
