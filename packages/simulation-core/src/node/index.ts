export { createFileStore, JOURNAL_FILE } from './file-store.js';
export { createNestedStore } from './nested-store.js';
