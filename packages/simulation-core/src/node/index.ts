export { createFileStore, type FileStoreOptions, JOURNAL_FILE, LOCK_FILE } from './file-store.js';
