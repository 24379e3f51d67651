export { createFileStore, JOURNAL_FILE } from './file-store.js';
