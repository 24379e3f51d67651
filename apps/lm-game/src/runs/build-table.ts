import {
  BotAgent,
  DiplomacyAgent,
  forEveryPower,
  type GameTable,
  PersonAgent,
  PhaseNarrator,
  type PowerAgent,
  PROMPT_SETS,
  type PromptSet,
} from '@entente/diplomacy-game';
import { BOT_PROVIDER, type GameSpec, PERSON_PROVIDER } from '@entente/diplomacy-game/state';
import { type Bot, greedyBot, holdBot, type Power, randomBot } from '@entente/diplomacy-rules';
import { type LanguageModel, nearestName } from '@entente/llm-clients';
import { formatModelSpec } from '@entente/llm-clients/contract';
import { ConsoleError, UsageError } from '@entente/run-console';
import type { ModelSource } from '@entente/run-console/session';

/** Sources of a table's players. */
export interface Players {
  readonly models: ModelSource;
  /** Asks whoever sits at the keyboard. */
  readonly person: LanguageModel;
}

/** Seats everybody that a spec names. @throws ConsoleError where a prompt set of the spec is not known to this version */
export function buildTable(spec: GameSpec, { models, person }: Players): GameTable {
  const { settings, seats, narrator } = spec;
  return {
    settings,
    seats: forEveryPower((power) => ({ model: formatModelSpec(seats[power].model) })),
    agents: forEveryPower((power) => seat(spec, power, { models, person })),
    narrator: narrator ? new PhaseNarrator({ model: models.languageModel(narrator) }) : undefined,
  };
}

function seat({ seats, formatter, promptSets }: GameSpec, power: Power, { models, person }: Players): PowerAgent {
  const { model: spec, promptSet } = seats[power];
  if (spec.provider === BOT_PROVIDER) return new BotAgent({ power, bot: botNamed(spec.modelId) });
  if (spec.provider === PERSON_PROVIDER) return new PersonAgent({ power, model: person });
  const model = models.languageModel(spec);
  const formatterModel = formatter === 'own' ? model : formatter && models.languageModel(formatter);
  return new DiplomacyAgent({
    power,
    model,
    prompts: wordsOf(promptSets, promptSet),
    formatter: formatterModel ?? undefined,
  });
}

function wordsOf(promptSets: GameSpec['promptSets'], name: string): PromptSet {
  const words = promptSets[name]?.words ?? (PROMPT_SETS as Readonly<Record<string, PromptSet>>)[name];
  if (words) return words;
  throw new ConsoleError(`The run was played with the prompt set "${name}", which this version of lm-game does not have.`);
}

const BOTS: Readonly<Record<string, Bot>> = { greedy: greedyBot, random: randomBot, hold: holdBot };

/** Returns the bot of a name, which follows `bot:` in a model id. @throws UsageError with the names of all bots */
export function botNamed(name: string): Bot {
  const bot = Object.hasOwn(BOTS, name) ? BOTS[name] : undefined;
  if (bot) return bot;
  const names = Object.keys(BOTS);
  const near = nearestName(name, names);
  throw new UsageError(
    `There is no bot "${name}"${near === undefined ? '' : ` (did you mean bot:${near}?)`}; there are ${names.map((each) => `bot:${each}`).join(', ')}.`,
  );
}
