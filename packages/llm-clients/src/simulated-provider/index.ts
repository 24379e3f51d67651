export { type Fault, type FaultShares, parseFault } from './faults.js';
export type { RateLimits } from './rate-limiter.js';
export type { LoggedRequest } from './request-log.js';
export type { SimulatedProviderOptions } from './simulated-provider-options.js';
export { type SimulatedProvider, startSimulatedProvider } from './start-simulated-provider.js';
