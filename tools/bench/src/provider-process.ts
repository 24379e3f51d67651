import { startSimulatedProvider } from '@entente/llm-clients/simulated-provider';
import { offlineResponders } from '@entente/relationship-sim';

/** A provider in a process of its own, so that its CPU is not ours: `node provider-process.js LATENCY`. */
const provider = await startSimulatedProvider({ responders: offlineResponders, latency: process.argv[2] ?? '0' });
process.send?.({ url: provider.openAiUrl });
