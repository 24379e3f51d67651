export { filesOf } from './files-of.js';
export { readValues } from './read-values.js';
