import { describe, expect, it } from 'vitest';
import { shippedLibrary } from '../node/load-library.js';
import { applyCoupleChange, type CoupleFacts } from '../state/couple-facts.js';
import { castConditions, castKey } from './cast-scenario.js';
import { conditionsHold } from './conditions-hold.js';
import { castCouple } from './couple.js';
import { type Scenario, SCENE_CATEGORIES } from './scenario.js';

const { personas, couples, turningPoints, scenarios, arcs } = shippedLibrary();
const standAlone = scenarios.filter(({ series }) => series === undefined);

describe('the turning points that ship', () => {
  it('are at least 49 in seven categories, each with six scenarios or more in places of their own', () => {
    const taxonomy = turningPoints.filter(({ series }) => series === undefined);
    expect(taxonomy.length).toBeGreaterThanOrEqual(49);
    for (const category of SCENE_CATEGORIES)
      expect(taxonomy.filter((point) => point.category === category).length, category).toBeGreaterThanOrEqual(7);
    for (const { name } of taxonomy) {
      const contexts = standAlone.filter(({ turningPoint }) => turningPoint === name).map(({ context }) => context);
      expect(contexts.length, name).toBeGreaterThanOrEqual(6);
      expect(new Set(contexts).size, name).toBe(contexts.length);
    }
  });

  it('have names of their own', () => {
    expect(new Set(turningPoints.map(({ name }) => name)).size).toBe(turningPoints.length);
  });
});

describe('the scenarios that ship', () => {
  it('name their turning point and their context, and both partners, and nobody else in braces', () => {
    for (const { id, turningPoint, context, setting, situation, onlyA, onlyB, conflict } of scenarios) {
      expect(situation.toLowerCase(), id).toContain(turningPoint.toLowerCase());
      expect(setting.toLowerCase(), id).toContain(context.toLowerCase());
      const text = [context, setting, situation, onlyA, onlyB, conflict].join(' ');
      expect(text, id).toMatch(/\{A\}/);
      expect(text, id).toMatch(/\{B\}/);
      expect(text.replaceAll(/\{[AB]\}/g, ''), id).not.toMatch(/[{}]/);
    }
  });

  it('tell nothing in the situation that stands in one head alone', () => {
    const tellTales =
      /\b(has not told|have not told|not yet told|has told nobody|secretly|in secret|does not know that|without .{0,20}knowing|unknown to|has not said(?! a word)|would say yes|has not admitted|hides? the fact|is afraid that|\{[AB]\} (?:thinks|hopes|fears|wishes|wonders|suspects|regrets))\b/i;
    const told = scenarios.flatMap(({ id, situation }) => {
      const [words] = tellTales.exec(withoutSpeech(situation)) ?? [];
      return words === undefined ? [] : [`${id}: ${words}`];
    });
    expect(told).toEqual([]);
  });

  it('give half of the scenes something that one alone knows, and a third something to each', () => {
    const private_ = scenarios.filter(({ onlyA, onlyB }) => onlyA !== '' || onlyB !== '');
    const both = scenarios.filter(({ onlyA, onlyB }) => onlyA !== '' && onlyB !== '');
    expect(private_.length / scenarios.length).toBeGreaterThanOrEqual(1 / 2);
    expect(both.length / scenarios.length).toBeGreaterThanOrEqual(1 / 3);
  });

  it('repeat no text, and none nearly', () => {
    const texts = [
      ...scenarios.flatMap(({ id, situation, onlyA, onlyB, conflict }) => [
        { id, grams: fiveGrams(situation) },
        { id, grams: fiveGrams([onlyA, onlyB, conflict].join(' ')) },
      ]),
      ...personas.map(({ id, persona }) => ({ id, grams: fiveGrams(persona) })),
    ];
    const alike = texts.flatMap((one, index) =>
      texts.slice(index + 1).flatMap((other) => (likeness(one.grams, other.grams) > 0.15 ? [`${one.id} and ${other.id}`] : [])),
    );
    expect(alike).toEqual([]);
  });

  it('take gains and losses from those who have something to gain or lose', () => {
    for (const { id, uses, requires, brings } of scenarios) {
      for (const part of ['A', 'B'] as const) {
        if (uses.includes(`${part}.job-loss`)) expect(requires[part]?.work, id).toBeDefined();
        if (uses.includes(`${part}.retirement`)) expect(requires[part]?.age?.min, id).toBeGreaterThanOrEqual(55);
        if (uses.includes(`${part}.grandparent`)) {
          expect(requires[part]?.grandparents, id).toBe(true);
          expect(brings, id).toContainEqual({ fact: `${part}.grandparents`, to: 'false' });
        }
      }
      if (uses.includes('wedding')) expect(requires.stage, id).toEqual(['engaged']);
      if (uses.includes('proposal')) expect(requires.commitment?.min, id).toBeGreaterThanOrEqual(6);
    }
  });

  it('can each be played by one of the couples that ship, as they are or as other scenes may leave them', () => {
    const left = new Set(scenarios);
    for (const couple of couples) {
      for (const facts of lifeOf(castCouple(couple, { A: 0, B: 1 }).couple, left)) {
        for (const scenario of left) if (ways(scenario, facts).length > 0) left.delete(scenario);
      }
    }
    expect([...left].map(({ id }) => id)).toEqual([]);
  });
});

describe('the people who ship', () => {
  it('are at least sixteen, from 20 to 75, in all four quadrants of attachment', () => {
    expect(personas.length).toBeGreaterThanOrEqual(16);
    const ages = personas.map(({ age = 0 }) => age);
    expect([Math.min(...ages), Math.max(...ages)]).toEqual([20, 75]);
    const quadrants = personas.map(({ attachment: { anxiety, avoidance } = { anxiety: 0, avoidance: 0 } }) =>
      [anxiety > 4, avoidance > 4].join(),
    );
    for (const quadrant of ['false,false', 'true,false', 'false,true', 'true,true'])
      expect(quadrants.filter((each) => each === quadrant).length, quadrant).toBeGreaterThanOrEqual(4);
  });

  it('have names of their own, habits, hopes and memories', () => {
    expect(new Set(personas.map(({ name }) => name)).size).toBe(personas.length);
    for (const { id, goals = [], dealbreakers = [], rules = [], memories, persona } of personas) {
      expect(
        [goals.length, dealbreakers.length].every((count) => count >= 1 && count <= 3),
        id,
      ).toBe(true);
      expect(rules.length, id).toBeGreaterThanOrEqual(3);
      expect(memories.length, id).toBeGreaterThanOrEqual(5);
      expect(persona.split(/\s+/).length, id).toBeGreaterThanOrEqual(100);
      for (const rule of rules) expect(rule, id).toMatch(/^If .+, .+/);
    }
  });

  it('all belong to a couple, and know something of each other there', () => {
    const coupled = couples.flatMap(({ partners }) => partners.map(({ id }) => id));
    expect(personas.map(({ id }) => id).filter((id) => !coupled.includes(id))).toEqual([]);
    for (const { id, knows } of couples)
      expect(
        knows.every((text) => text !== ''),
        id,
      ).toBe(true);
    for (const bond of ['partners', 'friends', 'family'])
      expect(
        couples.some(({ facts }) => facts.bond === bond),
        bond,
      ).toBe(true);
  });
});

it('ships an arc for each series, whose scenes all belong to it', () => {
  const series = [...new Set(scenarios.flatMap((scenario) => scenario.series ?? []))];
  expect(series.length).toBeGreaterThanOrEqual(7);
  for (const id of series) {
    const named = arcs.find((arc) => arc.id === id)?.steps.flatMap((step) => ('oneOf' in step ? step.oneOf : []));
    const parts = scenarios.filter((scenario) => scenario.series === id).map((scenario) => scenario.id);
    expect([...(named ?? [])].sort(), id).toEqual(parts.sort());
  }
});

/** The text without its direct speech, which everybody hears. */
function withoutSpeech(text: string): string {
  return text.replaceAll(/"[^"]*"/g, '""');
}

function fiveGrams(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  return new Set(words.slice(4).map((_, index) => words.slice(index, index + 5).join(' ')));
}

/** Share of the shorter text's five-grams that the other one has too. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [shorter, longer] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const gram of shorter) if (longer.has(gram)) shared++;
  return shorter.size === 0 ? 0 : shared / shorter.size;
}

/** Facts that the scenes of a life may lead to, those of the beginning first; states and commitment are granted. */
function lifeOf(start: CoupleFacts, wanted: ReadonlySet<Scenario>): readonly CoupleFacts[] {
  const changing = standAlone.filter(({ brings, mayBring }) => brings.length + mayBring.length > 0);
  const seen = new Map([[JSON.stringify(start), start]]);
  for (const facts of seen.values()) {
    if (seen.size > 50 || [...wanted].every((scenario) => ways(scenario, start).length > 0)) break;
    for (const scenario of changing) {
      for (const swapped of ways(scenario, facts)) {
        const changes = [...scenario.brings, ...scenario.mayBring].map(({ fact, to }) => ({ fact: castKey(fact, swapped), to }));
        const after = { ...changes.reduce(applyCoupleChange, facts), children: facts.children };
        seen.set(JSON.stringify(after), after);
      }
    }
  }
  return [...seen.values()];
}

/** Values of `swapped` with which a scenario fits the facts. */
function ways({ bonds, requires }: Scenario, couple: CoupleFacts): readonly boolean[] {
  if (!bonds.includes(couple.bond)) return [];
  const granted = {
    couple,
    relation: null,
    commitment: { A: null, B: null },
    usedUp: ['first-meeting'],
    unjudgedFulfils: true,
  };
  return [false, true].filter((swapped) => conditionsHold(castConditions(requires, swapped), granted));
}
