import type { RunStory } from '@entente/run-console/session';
import { AS_LISTED, byPartner, callsBehindFact, type Roles, sceneStep } from '@entente/relationship';
import { materialWith } from '../run-material.js';
import { readRunSpec } from '../couple-runs/run-spec.js';
import { createStoryDisplay } from './story-display.js';
import { readFact } from './tell-fact.js';

type FactEntries = Parameters<NonNullable<RunStory['inOrder']>>[0];

/** Tells the run of a couple. From its record each score is told at the end of its own scene, although the judge may have answered later. */
export const coupleStory: RunStory = {
  isTitled: true,
  display: (io, blueprint) => {
    const { couple, roles, settings, material, pool } = readRunSpec(blueprint);
    return createStoryDisplay(
      io,
      byPartner((role) => couple.partners[roles[role]].name),
      { settings, material: () => materialWith(material, pool) },
    );
  },
  inOrder: (facts) => {
    const scores = facts.filter(({ fact }) => isOfJudge(fact));
    const roles = rolesIn(facts);
    const told = facts.flatMap((entry) => {
      if (isOfJudge(entry.fact)) return [];
      return entry.fact.type === 'scene-ended' ? [entry, ...scoresOf(scores, entry.fact['scene'], roles)] : [entry];
    });
    return [...told, ...scores.filter((entry) => !told.includes(entry))];
  },
  stepOf: (fact) => {
    const known = readFact(fact);
    return known?.type === 'commitment-scored' || known?.type === 'judge-missing' ? sceneStep(known.scene) : undefined;
  },
  callsBehind: (fact) => {
    const known = readFact(fact);
    return known && known.type !== 'beat-appraised' ? callsBehindFact(known)[0] : undefined;
  },
};

function isOfJudge({ type }: { readonly type: string }): boolean {
  return type === 'commitment-scored' || type === 'judge-missing';
}

/** Scores of a scene, in the order of the couple's file. */
function scoresOf(scores: FactEntries, scene: unknown, roles: Roles): FactEntries {
  const placeOf = ({ fact }: FactEntries[number]): number => (fact['partner'] === 'A' ? roles.A : roles.B);
  return scores.filter(({ fact }) => fact['scene'] === scene).toSorted((one, other) => placeOf(one) - placeOf(other));
}

function rolesIn(facts: FactEntries): Roles {
  const introduced = facts.find(({ fact }) => fact.type === 'couple-introduced');
  const known = introduced && readFact(introduced.fact);
  return known?.type === 'couple-introduced' ? known.roles : AS_LISTED;
}
