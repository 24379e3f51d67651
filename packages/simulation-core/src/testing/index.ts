export { type BadJournal, badJournals, removeBadJournal } from './bad-journals.js';
export { type BadFoldersFixture, type BesideBadFolders, describeBadFolders, type FolderConsole } from './describe-bad-folders.js';
export { describeJournalStore, type JournalStoreFixture } from './describe-journal-store.js';
