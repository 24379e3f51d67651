export * from './context/index.js';
export * from './state/index.js';
