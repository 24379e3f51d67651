export { createFileStore, type FileStoreOptions, JOURNAL_FILE, LOCK_FILE } from './file-store.js';
export { diskOperations, type FileOperations } from './file-writer.js';
