import { nodeClock } from '../clock/node-clock.js';
import { describeEmbeddingModel } from '../testing/describe-embedding-model.js';
import { describeLanguageModel } from '../testing/describe-language-model.js';
import { situationResponders } from '../testing/simulated-provider-harness.js';
import { createOfflineEmbeddingModel } from './offline-embedding.js';
import { createOfflineModel } from './offline-model.js';

describeLanguageModel('the offline model', {
  cannot: ['status', 'quota', 'drop', 'drop-body'],
  open: async (situation) => ({
    model: createOfflineModel({
      responders: situationResponders(situation),
      clock: nodeClock,
      latency: situation.kind === 'hang' ? '3600s' : situation.kind === 'slow' ? `${situation.ms}ms` : '0',
      contentFaults: { refusal: situation.kind === 'refusal' ? 1 : 0 },
    }),
  }),
});

describeEmbeddingModel('the offline embedding', {
  cannot: ['status'],
  open: async (situation) => ({
    model: createOfflineEmbeddingModel({ clock: nodeClock, latency: situation.kind === 'hang' ? '3600s' : '0' }),
  }),
});
