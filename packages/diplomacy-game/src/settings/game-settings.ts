import {
  parsePhase,
  parseRulebook,
  type Phase,
  POWERS,
  RULEBOOK_NAMES,
  RULEBOOK_SWITCHES,
  type RulebookChoice,
  type RulebookSwitchName,
} from '@entente/diplomacy-rules';
import { defineSettings, modelId, oneOf, type Setting, type SettingsIn, wholeNumber, yesOrNo } from '@entente/studies/settings';
import { z } from 'zod';

const NO_PHASE = 'write a phase, e.g. S1901M, F1902R or W1903A';

/** A phase of a game, in small letters too. */
export const phaseName = z
  .string({ error: NO_PHASE })
  .transform((name) => name.trim().toUpperCase() as Phase)
  .refine((name) => (parsePhase(name)?.year ?? 0) >= 1901, { error: NO_PHASE });

const rulebook: z.ZodType<RulebookChoice> = z
  .union(
    [
      z.enum(RULEBOOK_NAMES),
      z.looseObject({
        preset: z.enum(RULEBOOK_NAMES),
        ...Object.fromEntries(
          Object.entries(RULEBOOK_SWITCHES).map(([name, { values }]) => [name, z.enum(Object.keys(values)).optional()]),
        ),
      }),
    ],
    {
      error: ({ input }) =>
        typeof input === 'string'
          ? `write one of ${RULEBOOK_NAMES.join(', ')}`
          : (parseRulebook(input).problem ?? 'write a rulebook'),
    },
  )
  .transform((value, context): RulebookChoice => {
    const { choice, problem } = parseRulebook(value);
    if (problem === undefined) return choice;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });

/** A row for each switch of a rulebook. Study files and forks write switches inside `rulebook`. */
const switchRows = Object.fromEntries(
  Object.entries(RULEBOOK_SWITCHES).map(([name, { flag, question, values }]) => [
    name,
    {
      schema: oneOf(Object.keys(values)),
      help: `rulebook switch: ${question}`,
      flag: `${flag} <value>`,
      inStudies: `${name} and a preset in rulebook under settings`,
      spec: 'settings.rulebook',
    },
  ]),
) as unknown as {
  readonly [name in RulebookSwitchName]: Setting<z.ZodType<string>> & {
    readonly flag: string;
    readonly spec: 'settings.rulebook';
  };
};

const list = <Item extends z.ZodType>(item: Item, what: string) => {
  const error = `write ${what}, or seven with commas between them (${POWERS.join(', ')})`;
  return z.array(item, { error }).min(1, { error });
};

const folder = z.string({ error: 'write a folder' }).min(1, { error: 'write a folder' });

/**
 * All settings of a game of Diplomacy. Options, study files, `fork --set`, headers, lists of settings in force and tables of the docs
 * derive from these rows.
 */
export const GAME_SETTINGS = defineSettings({
  models: {
    schema: list(z.string({ error: 'write a model id' }), 'a model id'),
    help: 'players: one model id for all powers, seven ids in the order A,E,F,G,I,R,T, or FRANCE=id,...; bot:greedy is an id too',
    flag: '--models <ids>',
    aliases: ['--model <id>'],
    isList: true,
    isModel: true,
    inStudies: 'the models under seats',
    spec: 'seats.POWER.model',
    fork: ['models', ...POWERS.map((power) => `power.${power}.model`)],
  },
  maxYear: {
    schema: wholeNumber(1901),
    help: 'last year that is played, Winter included',
    defaultText: 'the year of --end-at-phase',
    isAlwaysSet: true,
    flag: '--max-year <year>',
    spec: 'settings.maxYear',
    fork: true,
  },
  endAtPhase: {
    schema: phaseName,
    help: 'last phase that is played, e.g. F1903M',
    flag: '--end-at-phase <phase>',
    spec: 'settings.endAtPhase',
    fork: true,
  },
  drawAfterYears: {
    schema: wholeNumber(1),
    help: 'number of years without a change of supply centers after which the game is drawn',
    flag: '--draw-after-years <n>',
    spec: 'settings.drawAfterYears',
    fork: true,
  },
  negotiationRounds: {
    schema: wholeNumber(0),
    help: 'rounds of messages in each movement phase; 0 plays without press',
    default: 0,
    flag: '--num-negotiation-rounds <n>',
    spec: 'settings.negotiationRounds',
    fork: true,
  },
  adaptiveRounds: {
    schema: yesOrNo,
    help: 'ends a negotiation early once every power is done',
    default: false,
    flag: '--adaptive-rounds',
    spec: 'settings.adaptiveRounds',
    fork: true,
  },
  planning: {
    schema: yesOrNo,
    help: 'lets every power write a plan before its orders',
    default: false,
    flag: '--planning-phase',
    spec: 'settings.planning',
    fork: true,
  },
  phaseSummaries: {
    schema: yesOrNo,
    help: 'summarizes every phase for spectators',
    default: false,
    flag: '--generate-phase-summaries [bool]',
    spec: 'settings.phaseSummaries',
    fork: true,
  },
  narratorModel: {
    schema: modelId,
    help: 'model that writes the phase summaries',
    defaultText: 'the first model that plays',
    flag: '--narrator-model <id>',
    isModel: true,
    spec: 'narrator',
    needs: 'phaseSummaries',
  },
  rulebook: {
    schema: rulebook,
    help: `rulebook to follow where rulebooks differ (${RULEBOOK_NAMES.join(', ')})`,
    default: 'python-compatible',
    flag: '--rulebook <name>',
    spec: 'settings.rulebook',
    fork: true,
  },
  ...switchRows,
  twoStep: {
    schema: yesOrNo,
    help: 'asks for plain words first, then for their JSON in a second call',
    default: false,
    flag: '--use-unformatted-prompts [bool]',
    spec: 'formatter',
  },
  formatterModel: {
    schema: modelId,
    help: 'model that turns plain words into JSON',
    defaultText: 'the model that wrote them',
    flag: '--formatter-model <id>',
    isModel: true,
    spec: 'formatter',
    needs: 'twoStep',
  },
  prompts: {
    schema: oneOf(['default', 'simple']),
    help: 'short prompts, for small models (in studies: prompts: simple)',
    default: 'default',
    flag: '--simple-prompts [bool]',
    flagMeans: { yes: 'simple', no: 'default' },
    spec: 'promptSets',
  },
  promptsDir: {
    schema: z.union([folder.transform((one) => [one]), list(folder, 'a folder')], { error: 'write a folder' }),
    help: 'folder with your own prompts, or seven folders; checked before the game begins',
    flag: '--prompts-dir <folders>',
    isList: true,
    spec: 'promptSets',
  },
  countrySpecificPrompts: {
    schema: yesOrNo,
    help: "uses your folder's prompts for single powers too",
    default: false,
    flag: '--country-specific-prompts [bool]',
    spec: 'promptSets',
    needs: 'promptsDir',
  },
  maxReplyTokens: {
    schema: wholeNumber(1),
    help: 'maximum tokens per reply',
    defaultText: "the model's own limit",
    flag: '--max-tokens <n>',
    spec: 'seats.POWER.model.sampling',
  },
  maxReplyTokensByPower: {
    schema: list(wholeNumber(1), 'a whole number of at least 1'),
    help: 'maximum tokens per reply, seven numbers in the order A,E,F,G,I,R,T',
    flag: '--max-tokens-per-model <list>',
    isList: true,
    inStudies: 'maxReplyTokens under settings',
    spec: 'seats.POWER.model.sampling',
  },
  diariesInSave: {
    schema: yesOrNo,
    help: 'repeats the whole diaries in every phase of lmvsgame.json',
    default: false,
    flag: '--diaries-in-save',
    spec: null,
  },
});

/** Settings that the state of a game holds: how long it lasts, how powers negotiate, and by which rules it is judged. */
export type GameSettings = SettingsIn<typeof GAME_SETTINGS, 'settings'>;
