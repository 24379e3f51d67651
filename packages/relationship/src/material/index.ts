export { MaterialError } from '../relationship-errors.js';
export { EMPTY_LIBRARY, type Library, type TurningPoint } from './reading/library.js';
export type { MaterialFault } from './reading/material-fault.js';
export { type MaterialRead, readMaterial } from './reading/read-material.js';
