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
import type { Power } from '@entente/diplomacy-rules';
import type { LanguageModel } from '@entente/llm-clients';
import { formatModelSpec } from '@entente/llm-clients/contract';
import { ConsoleError } from '@entente/run-console';
import type { ModelSource } from '@entente/run-console/session';
import { botNamed } from './bots.js';

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
    ...(narrator && { narrator: new PhaseNarrator({ model: models.languageModel(narrator) }) }),
  };
}

function seat({ seats, formatter, promptSets }: GameSpec, power: Power, { models, person }: Players): PowerAgent {
  const { model: spec, promptSet } = seats[power];
  if (spec.provider === BOT_PROVIDER) return new BotAgent({ power, bot: botNamed(spec.modelId) });
  if (spec.provider === PERSON_PROVIDER) return new PersonAgent({ power, model: person });
  const model = models.languageModel(spec);
  return new DiplomacyAgent({
    power,
    model,
    prompts: wordsOf(promptSets, promptSet),
    ...(formatter && { formatter: formatter === 'own' ? model : models.languageModel(formatter) }),
  });
}

function wordsOf(promptSets: GameSpec['promptSets'], name: string): PromptSet {
  const words = promptSets[name]?.words ?? (PROMPT_SETS as Readonly<Record<string, PromptSet>>)[name];
  if (words) return words;
  throw new ConsoleError(`The run was played with the prompt set "${name}", which this version of lm-game does not have.`);
}
