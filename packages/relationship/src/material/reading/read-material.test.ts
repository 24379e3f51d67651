import { describe, expect, it } from 'vitest';
import { EMPTY_LIBRARY, type Library } from './library.js';
import { readMaterial } from './read-material.js';

type Files = Readonly<Record<string, string>>;

const POINTS = `category: Modern Life
turningPoints:
  - id: lost-key
    name: lost key
    uncertainty: partner
    requires: { living: [together], months: { max: 60 } }
    scenarios:
      - id: lost-key-rain
        context: front door
        tone: tense
        setting: Their front door, rain.
        situation: The lost key is {A}'s. {B} has just come home.
        onlyA: '{A} gave the key away.'
        conflict: '{A} hides it, {B} asks.'
        uses: [A.key]
        brings: { children: +1, A.work: retired }
`;
const FOLDER: Files = {
  'personas/ann.yaml': 'name: Ann\ndescription: Calm.\nage: 30\nlife: { pet: true }\n',
  'personas/bo.yaml': '- id: bo\n  name: Bo\n  description: Loud.\n- name: Anna María\n  description: New.\n',
  'couples.yaml': 'partners: [ann, bo]\nknows: { bo: You have seen that Ann waits. }\nsecrets: { ann: [Ann is leaving.] }\n',
  'turning-points.yaml': POINTS,
  'arcs.yaml': '- id: short\n  steps: [{ turningPoint: lost-key }, { oneOf: [lost-key-rain] }, { category: Modern Life }]\n',
  'study.yaml': 'name: not ours\n',
};

describe('a folder of material', () => {
  it('is read into a library, whatever of a persona and a couple is left out', () => {
    const { personas, couples, scenarios, arcs } = libraryOf(FOLDER);
    expect(personas.map(({ id, name, age, persona, memories }) => ({ id, name, age, persona, memories }))).toEqual([
      { id: 'ann', name: 'Ann', age: 30, persona: 'Calm.', memories: [] },
      { id: 'bo', name: 'Bo', age: undefined, persona: 'Loud.', memories: [] },
      { id: 'anna-maria', name: 'Anna María', age: undefined, persona: 'New.', memories: [] },
    ]);
    expect(couples).toEqual([
      {
        id: 'ann-bo',
        partners: [personas[0], personas[1]],
        facts: { bond: 'partners', stage: 'together', agreed: [] },
        knows: ['', 'You have seen that Ann waits.'],
        secrets: [['Ann is leaving.'], []],
      },
    ]);
    expect(scenarios[0]).toMatchObject({
      turningPoint: 'lost key',
      category: 'Modern Life',
      bonds: ['partners'],
      requires: { living: ['together'], months: { max: 60 }, stage: ['dating', 'together', 'engaged', 'married'] },
      brings: [
        { fact: 'children', to: '+1' },
        { fact: 'A.work', to: 'retired' },
      ],
    });
    expect(arcs[0]?.steps).toEqual([{ turningPoint: 'lost key' }, { oneOf: ['lost-key-rain'] }, { category: 'Modern Life' }]);
  });

  it('extends a library, and replaces entries of the same id', () => {
    const base = libraryOf(FOLDER);
    const scenario = `- id: lost-key-snow
  turningPoint: lost key
  context: garden
  tone: sad
  setting: The garden.
  situation: The lost key lies under the snow, says {A} to {B}.
  conflict: Who lost it.
`;
    const library = libraryOf({ 'personas.yaml': 'id: bo\nname: Bo\ndescription: Quiet.\n', 'scenarios.yaml': scenario }, base);
    expect(library.personas.map(({ id }) => id)).toEqual(['ann', 'bo', 'anna-maria']);
    expect(library.personas[1]?.persona).toBe('Quiet.');
    expect(library.scenarios.map(({ id, turningPoint }) => [id, turningPoint])).toEqual([
      ['lost-key-rain', 'lost key'],
      ['lost-key-snow', 'lost key'],
    ]);
  });

  it('narrows the conditions of a turning point by those of a scenario', () => {
    const narrowed = POINTS.replace(
      '        uses:',
      '        requires: { months: { min: 12 }, stage: [married] }\n        uses:',
    );
    expect(libraryOf({ 'turning-points.yaml': narrowed }).scenarios[0]?.requires).toEqual({
      living: ['together'],
      months: { min: 12, max: 60 },
      stage: ['married'],
    });
  });

  it('may write whole personas inside a couple', () => {
    const couple = 'partners:\n  - { name: Cy, description: Slow. }\n  - { name: Di, description: Fast. }\n';
    expect(libraryOf({ 'couples/cy.yaml': couple }).couples[0]?.id).toBe('cy-di');
  });
});

describe('a table of personas', () => {
  const columns = 'id,name,age,description,traits,memories,anxiety,avoidance,parents,pet,group';

  it('is read from CSV, with lists, quoted cells and empty ones', () => {
    const rows = [
      'p1,Ann,30,"Calm, mostly.\nLoud at times.",calm | kind,One. | Two.,2.5,4,both,yes,women',
      'p2,Bo,,Loud.,,,,,,,',
    ];
    const { personas } = libraryOf({ 'personas.csv': [columns, ...rows].join('\n') });
    expect(personas[0]).toMatchObject({
      id: 'p1',
      age: 30,
      persona: 'Calm, mostly.\nLoud at times.',
      traits: ['calm', 'kind'],
      memories: ['One.', 'Two.'],
      attachment: { anxiety: 2.5, avoidance: 4 },
      life: { parents: 'both', pet: true },
      group: 'women',
    });
    expect(personas[1]).toEqual({ id: 'p2', name: 'Bo', persona: 'Loud.', life: {}, memories: [] });
  });

  it.each([';', '\t'])('is read with %j between cells, as spreadsheets of other languages write it', (sign) => {
    const text = ['\uFEFF"name";description;age', 'Ann;"Calm, mostly; loud at times.";30', 'Bo;Loud, all day.;41']
      .join('\r\n')
      .replaceAll(/;(?! )/g, sign);
    expect(libraryOf({ 'personas.csv': text }).personas.map(({ name, persona, age }) => [name, persona, age])).toEqual([
      ['Ann', 'Calm, mostly; loud at times.', 30],
      ['Bo', 'Loud, all day.', 41],
    ]);
    expect(faultsOf({ 'personas.csv': `name${sign}descripton\nAnn${sign}Calm.` })).toEqual([
      'personas.csv:1: unknown column "descripton"; did you mean "description"?',
    ]);
  });

  it('is read from JSON Lines', () => {
    const { personas } = libraryOf({
      'personas.jsonl':
        '{"name":"Ann","description":"Calm.","traits":["calm"],"anxiety":2,"avoidance":3}\n\n{"name":"Bo","description":"Loud."}\n',
    });
    expect(personas.map(({ id, attachment }) => [id, attachment])).toEqual([
      ['ann', { anxiety: 2, avoidance: 3 }],
      ['bo', undefined],
    ]);
  });

  it('is refused by row and column', () => {
    const rows = ['p1,Ann,thirty,"Calm,\nmostly.",,,2,4,,,', 'p2,Bo,40,,,,9,1,,,'];
    expect(faultsOf({ 'personas.csv': [columns, ...rows].join('\n') })).toEqual([
      'personas.csv:2: age: write a whole number from 0 to 120',
      'personas.csv:4: attachment.anxiety: write a number from 1 to 7',
      'personas.csv:4: description is missing: write a description',
    ]);
    expect(faultsOf({ 'personas.csv': 'name,descripton\nAnn,Calm.' })).toEqual([
      'personas.csv:1: unknown column "descripton"; did you mean "description"?',
    ]);
    expect(faultsOf({ 'personas.jsonl': '{"name":"Ann","description":"Calm."}\n{oops' })).toEqual([
      'personas.jsonl:2: write a JSON object on each line',
    ]);
  });
});

it('tells every fault of a folder at once, each with file, line and the nearest right name', () => {
  const files: Files = {
    'personas/ann.yaml':
      'name: Ann\ndescription: Calm.\nocupation: smith\nattachment: { anxiety: 9, avoidance: 2 }\nwork: retird\n',
    'personas/bo.yaml': '- id: bo\n  name: Bo\n  description: Loud.\n- id: bo\n  name: Bo\n  description: Loud.\n',
    'personas/cy.yaml': 'name: Cy\ndescription: [oops\n',
    'couples.yaml':
      '- id: one\n  partners: [boo, ann]\n- id: two\n  partners: [bo, { name: Di, description: Fast. }]\n  knows:\n    dii: You have seen.\n  stage: togehter\n',
    'turning-points/modern.yaml': POINTS.replace('The lost key is', 'The key is')
      .replace('Their front door', 'Their door')
      .replace('{B} asks', '{C} asks')

      .replace('uses:', 'requires: { living: [apart] }\n        uses:'),
    'scenarios.yaml':
      '- id: other\n  turningPoint: lost-kay\n  tone: sad\n  context: door\n  setting: A door.\n  situation: A.\n  conflict: None.\n- id: third\n  turningPoint: lost-key\n  context: door\n  tone: sad\n  setting: A door.\n  situation: A.\n  conflict: None.\n',
    'arcs.yaml':
      'id: short\nsteps:\n  - turningPoint: lost-kee\n  - oneOf: [lost-key-rian]\n  - category: Modern Live\n  - category: Conflict & Repair\n  - { category: Modern Life, oneOf: [lost-key-rain] }\n',
    'copuples.yaml': 'partners: [bo, ann]\n',
  };
  expect(faultsOf(files)).toMatchInlineSnapshot(`
    [
      "arcs.yaml:3: no turning point is called "lost-kee"; did you mean "lost-key"?",
      "arcs.yaml:4: no scenario is called "lost-key-rian"; did you mean "lost-key-rain"?",
      "arcs.yaml:5: category cannot be "Modern Live"; did you mean "Modern Life"?",
      "arcs.yaml:7: write one of { category: … }, { turningPoint: … }, { oneOf: [ids of scenarios] }",
      "copuples.yaml:1: nothing reads a file of this name; did you mean "couples.yaml"?",
      "couples.yaml:2: no persona is called "boo"; did you mean "bo"?",
      "couples.yaml:6: "dii" is neither of the two; did you mean "di"?",
      "couples.yaml:7: stage cannot be "togehter"; did you mean "together"?",
      "personas/ann.yaml:3: unknown key "ocupation"; did you mean "occupation"?",
      "personas/ann.yaml:4: attachment.anxiety: write a number from 1 to 7",
      "personas/ann.yaml:5: work cannot be "retird"; did you mean "retired"?",
      "personas/bo.yaml:4: the id "bo" is taken already, in personas/bo.yaml:1; give each entry its own",
      "personas/cy.yaml:3: a bracket [ or { of a line before is not closed",
      "scenarios.yaml:2: no turning point is called "lost-kay"; did you mean "lost-key"?",
      "scenarios.yaml:13: the situation does not name its turning point; write the words "lost key" in it",
      "turning-points/modern.yaml:11: the setting does not name its context; write the words "front door" in it",
      "turning-points/modern.yaml:12: the situation does not name its turning point; write the words "lost key" in it",
      "turning-points/modern.yaml:14: unknown placeholder {C}; there are {A} and {B}",
      "turning-points/modern.yaml:15: nothing fulfils the condition on living together with that of the turning point; widen one of them",
    ]
  `);
});

it('finds the steps of an arc that nothing fits', () => {
  const arc = 'id: short\nsteps:\n  - category: Conflict & Repair\n  - turningPoint: lost-kee\n  - oneOf: [lost-key-rian]\n';
  expect(faultsOf({ 'turning-points.yaml': POINTS, 'arcs.yaml': arc })).toEqual([
    'arcs.yaml:3: there is no scenario for this step: write one, or leave the step out',
    'arcs.yaml:4: no turning point is called "lost-kee"; did you mean "lost-key"?',
    'arcs.yaml:5: no scenario is called "lost-key-rian"; did you mean "lost-key-rain"?',
  ]);
});

const PAIR: Files = {
  'personas.yaml': '- { id: ann, name: Ann, description: Calm. }\n- { id: constructor, name: Bo, description: Loud. }\n',
  'couples.yaml': 'partners: [ann, constructor]\n',
};

describe('a folder from another hand', () => {
  it('may begin its files with a byte order mark, and call a persona as every object calls a member', () => {
    const [couple] = libraryOf({ ...PAIR, 'couples.yaml': `\uFEFF${PAIR['couples.yaml'] ?? ''}` }).couples;
    expect(couple).toMatchObject({ knows: ['', ''], secrets: [[], []] });
    expect(libraryOf({ 'personas.jsonl': '\uFEFF{"name":"Ann","description":"Calm."}\r\n' }).personas).toHaveLength(1);
  });

  it.each([
    ['ANN', 'couples.yaml:1: both partners are called Ann'],
    ['"Ann\\u200b"', 'couples.yaml:1: both partners are called Ann'],
    ['You', 'personas.yaml:2: nobody can be called "You"'],
    ['b', 'personas.yaml:2: nobody can be called "b"'],
    ['BOTH', 'personas.yaml:2: nobody can be called "BOTH"'],
    ['"B\\no"', 'personas.yaml:2: name: write a name on one line'],
    ['"\\e[31mBo"', 'personas.yaml:2: name: write a name on one line'],
  ])('is refused where %s stands for a second name beside Ann', (name, message) => {
    const personas = (PAIR['personas.yaml'] ?? '').replace('name: Bo', `name: ${name}`);
    expect(faultsOf({ ...PAIR, 'personas.yaml': personas })).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ['personas.csv', 'id,name,name,description\nann,Ann,An,Calm.\n', 'the column "name" comes twice'],
    ['personas.csv', 'id,name,description\nann,Ann\n', 'Invalid Record Length'],
    ['personas.csv', 'id,name,description\nann,Ann,Caf\uFFFD\n', 'not UTF-8'],
    ['personas.yaml', '- &a { id: ann, life: *a }\n', 'refers to itself'],
    ['personas.json', '', 'did you mean "personas.jsonl"?'],
    ['personas.xlsx', '', 'did you mean "personas.csv"?'],
  ])('is told of %s itself where that cannot be read, and not of the couples that need it', (file, text, message) => {
    const faults = faultsOf({ 'couples.yaml': PAIR['couples.yaml'] ?? '', [file]: text });
    expect(faults).toEqual([expect.stringContaining(message)]);
    expect(faults[0]).toMatch(new RegExp(`^${file}:`));
  });
});

function libraryOf(files: Files, base: Library = EMPTY_LIBRARY): Library {
  const read = readMaterial(files, base);
  if (!read.ok) throw new Error(read.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
  return read.library;
}

function faultsOf(files: Files): readonly string[] {
  const read = readMaterial(files);
  return read.ok ? [] : read.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`);
}
