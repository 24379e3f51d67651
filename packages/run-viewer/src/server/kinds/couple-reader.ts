import { callsBehindFact, type Partner, type RelationshipFact, sceneOfStep } from '@entente/relationship';
import { at } from '../read-header.js';
import { textsOfCouple } from './couple-texts.js';
import type { RunReader } from './run-reader.js';

/** Runs of couples. */
export const coupleReader: RunReader = {
  command: 'npx relationship-sim',
  progress: ({ spec }, lastStep) => {
    const scenes = at(at(spec, 'settings'), 'scenes');
    if (typeof scenes !== 'number') return undefined;
    return { unit: 'scene', done: Math.min(scenes, sceneOfStep(lastStep ?? '') ?? 0), of: scenes };
  },
  callsBehind: () => {
    let actor: Partner | undefined;
    return (recorded) => {
      const fact = recorded as unknown as RelationshipFact;
      if (fact.type === 'beat-narrated') actor = fact.actor;
      return callsBehindFact(fact, actor);
    };
  },
  textsOf: (fact, header) => textsOfCouple(fact as unknown as RelationshipFact, header),
};
