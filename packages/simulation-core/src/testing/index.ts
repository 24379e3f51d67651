export { describeBadFolders } from './describe-bad-folders.js';
export { describeJournalStore, type JournalStoreFixture } from './describe-journal-store.js';
