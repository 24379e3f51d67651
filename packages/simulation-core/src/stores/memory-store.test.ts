import { createMemoryStore } from './memory-store.js';
import { describeJournalStore } from '../testing/describe-journal-store.js';

describeJournalStore('memory', async () => {
  const store = createMemoryStore();
  return { store, again: store };
});
