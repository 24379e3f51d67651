export { describeJournalStore } from './describe-journal-store.js';
