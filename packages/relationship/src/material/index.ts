/** Personas, couples, turning points, scenarios and arcs as files hold them. Pure: texts in, a library out. */
export { MaterialError, UnpairedError } from '../relationship-errors.js';
export { materialJsonSchemas } from './material-json-schemas.js';
export { PAIRING_RULES, pairPersonas } from './pair-personas.js';
export { contradictionsIn } from './reading/contradictions.js';
export type { Library } from './reading/library.js';
export type { MaterialFault } from './reading/material-fault.js';
export { readCouples } from './reading/read-couples.js';
export { readMaterial } from './reading/read-material.js';
export { coupleSchema, type WrittenCouple } from './schemas/couple-schema.js';
