export { runSimulations, type SimulationsResult } from './run-simulations.js';
export { type RunAutoOptions, Simulation, type SimulationOptions } from './simulation.js';
