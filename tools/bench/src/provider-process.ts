import { diplomacyResponders } from '@entente/diplomacy-game/offline';
import { startSimulatedProvider } from '@entente/llm-clients/simulated-provider';
import { offlineResponders } from '@entente/relationship-sim';
import { noteGameCall } from './seed-experiment/note-game-call.js';

/** A provider in a process of its own, so that its CPU is not ours: `node provider-process.js LATENCY SEED`. */
const provider = await startSimulatedProvider({
  responders: [...offlineResponders, ...diplomacyResponders],
  latency: process.argv[2] ?? '0',
  seed: Number(process.argv[3] ?? 0),
  note: noteGameCall,
});
process.send?.({ url: provider.openAiUrl });
