import type { SceneMaterial } from '@entente/relationship';
import { TEN_SCENE_ARC } from './scenario.js';
import { SCENARIOS } from './scenarios.js';

/** Material until the shipped files are read. */
export const DEFAULT_MATERIAL: SceneMaterial = {
  scenarios: SCENARIOS.map((scenario) => ({
    ...scenario,
    uncertainty: 'relationship',
    context: '',
    tone: 'ambiguous',
    onlyA: '',
    onlyB: '',
    requires: {},
    uses: [],
    brings: [],
    mayBring: [],
    bonds: ['partners'],
  })),
  arcs: [{ id: 'ten-scenes', title: 'Ten scenes', steps: TEN_SCENE_ARC.map((category) => ({ category })) }],
};
