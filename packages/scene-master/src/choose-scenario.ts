import {
  type ByPartner,
  type Character,
  type CoupleChange,
  otherPartner,
  type Partner,
  type Scenario,
  type SceneMaterial,
  type StorySoFar,
} from '@entente/relationship';
import { ArcError } from './scene-master-errors.js';

/** Scenario for a scene: names in its texts, and whether the two stand in it the other way round. */
export interface ChosenScenario {
  readonly scenario: Scenario;
  readonly swapped: boolean;
  readonly uses: readonly string[];
  readonly brings: readonly CoupleChange[];
  readonly mayBring: readonly CoupleChange[];
}

/** Draws a scenario of the arc's step among those used least. @throws ArcError if there is none */
export function chooseScenario(
  material: SceneMaterial,
  { scene, used, arc }: StorySoFar,
  { partners, random }: { readonly partners: ByPartner<Character>; readonly random: () => number },
): ChosenScenario {
  const steps = material.arcs.find(({ id }) => id === arc)?.steps ?? [];
  const step = steps[(scene - 1) % steps.length];
  if (!step) throw new ArcError(`There is no arc "${arc}": give one of ${material.arcs.map(({ id }) => id).join(', ')}.`);
  const candidates = material.scenarios.filter((scenario) =>
    'category' in step
      ? scenario.category === step.category
      : 'turningPoint' in step
        ? scenario.turningPoint === step.turningPoint
        : step.oneOf.includes(scenario.id),
  );
  const timesUsed = ({ id }: Scenario) => used.filter((each) => each === id).length;
  const least = Math.min(...candidates.map(timesUsed));
  const fresh = candidates.filter((scenario) => timesUsed(scenario) === least);
  const drawn = fresh[Math.floor(random() * fresh.length)];
  if (!drawn) throw new ArcError(`The arc "${arc}" has no scenario for scene ${scene}.`);
  return inRoles(drawn, partners, random() < 0.5);
}

function inRoles(scenario: Scenario, partners: ByPartner<Character>, swapped: boolean): ChosenScenario {
  const partnerOf = (role: Partner) => (swapped ? otherPartner(role) : role);
  const named = (text: string) => text.replace(/\{([AB])\}/g, (_, role: Partner) => partners[partnerOf(role)].name);
  const turned = (key: string) => key.replace(/^[AB](?=\.)/, (role) => partnerOf(role as Partner));
  const changes = (list: readonly CoupleChange[]) =>
    list.map(({ fact, to }) => ({ fact: turned(fact) as CoupleChange['fact'], to }));
  const { turningPoint, setting, situation, onlyA, onlyB, conflict, uses, brings, mayBring } = scenario;
  return {
    scenario: {
      ...scenario,
      turningPoint: named(turningPoint),
      setting: named(setting),
      situation: named(situation),
      onlyA: named(onlyA),
      onlyB: named(onlyB),
      conflict: named(conflict),
    },
    swapped,
    uses: uses.map(turned),
    brings: changes(brings),
    mayBring: changes(mayBring),
  };
}
