export { type FaultShares, parseFault } from './faults.js';
export type { RateLimits } from './rate-limiter.js';
export type { SimulatedProviderOptions } from './simulated-provider-options.js';
export { type SimulatedProvider, startSimulatedProvider } from './start-simulated-provider.js';
