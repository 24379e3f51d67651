import type { GameMaterial } from './game-material.js';

/** Cuts a game to its first movement phases and their retreats and adjustments. A shorter game is returned whole. */
export function firstPhases({ state, phases }: GameMaterial, count: number): GameMaterial {
  const next = phases[count];
  if (next === undefined) return { state, phases };
  const end = state.history.findIndex(({ phase }) => phase === next.phase);
  return {
    state: { ...state, position: next.position, history: state.history.slice(0, end), ended: null },
    phases: phases.slice(0, count),
  };
}
