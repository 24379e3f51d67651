export { loadLibrary, readLibrary, shippedLibrary, shippedMaterial } from './load-library.js';
export { runSimulations } from './run-simulations.js';
export { Simulation, type SimulationOptions } from './simulation.js';
