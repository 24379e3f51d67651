import { gameTables, RESULT_COLUMNS, RESULT_NOTE, resultRow } from '@entente/diplomacy-analysis';
import { type GameFact, gameProgram, type GameState } from '@entente/diplomacy-game';
import { diplomacyResponders } from '@entente/diplomacy-game/offline';
import { type GameSpec, isModel, PERSON_PROVIDER, readGameSpec } from '@entente/diplomacy-game/state';
import { parsePhase, POWERS } from '@entente/diplomacy-rules';
import type { LanguageModel } from '@entente/llm-clients';
import { formatModelSpec, type ModelSpec } from '@entente/llm-clients/contract';
import type { RunKind } from '@entente/run-console/session';
import { canonicalJson } from '@entente/simulation-core';
import { tmpdir } from 'node:os';
import { createTerminalModel } from '../people/terminal-model.js';
import { playPhase } from '../play-phase.js';
import { gameLine } from '../story/game-line.js';
import { gameStory } from '../story/game-story.js';
import { VERSION } from '../version.js';
import { buildTable } from './build-table.js';
import { gameSettingsInForce } from './chosen-settings.js';
import { gameEdits } from './game-edits.js';
import { GAME_WORDS } from './game-words.js';
import { gameFiles } from './keep-game-files.js';

/** How the shared verbs build, read and show games. @param person asks whoever sits at the keyboard */
export function createDiplomacyKind(person: LanguageModel): RunKind<GameState, GameFact> {
  return {
    kind: 'diplomacy',
    words: GAME_WORDS,
    packageVersion: VERSION,
    command: 'npx lm-game',
    responders: diplomacyResponders,
    modelsOf: (blueprint) => modelsOfGame(readGameSpec(blueprint)),
    buildProgram: (blueprint, models) => gameProgram(buildTable(readGameSpec(blueprint), { models, person }), playPhase),
    title: (blueprint) => titleOf(readGameSpec(blueprint)),
    settings: (blueprint) => gameSettingsInForce(readGameSpec(blueprint)),
    plannedSteps: (blueprint) => plannedSteps(readGameSpec(blueprint)),
    results: { columns: RESULT_COLUMNS, row: resultRow, note: RESULT_NOTE },
    tables: gameTables,
    edits: gameEdits,
    story: gameStory,
    usesTerminal: (blueprint) => isPersonSeated(readGameSpec(blueprint)),
    liveLine: (blueprint) => gameLine(readGameSpec(blueprint), blueprint.seed),
    ...gameFiles,
  };
}

/** Games as the program plays them: people sit at the terminal of this process. */
export const diplomacyKind = createDiplomacyKind(
  createTerminalModel({ input: () => process.stdin, output: process.stderr, folder: tmpdir() }),
);

/** Every model that a game may ask, once each; bots and people are no models. */
export function modelsOfGame({
  seats,
  formatter,
  narrator,
}: Pick<GameSpec, 'seats' | 'formatter' | 'narrator'>): readonly ModelSpec[] {
  const specs = [
    ...POWERS.map((power) => seats[power].model),
    ...(formatter && formatter !== 'own' ? [formatter] : []),
    ...(narrator ? [narrator] : []),
  ];
  return [...new Map(specs.filter(isModel).map((spec) => [canonicalJson(spec), spec])).values()];
}

function isPersonSeated({ seats }: GameSpec): boolean {
  return POWERS.some((power) => seats[power].model.provider === PERSON_PROVIDER);
}

/** Players in words: `offline`, `o3 (France), bot:greedy (the other six)`. */
function titleOf({ seats }: GameSpec): string {
  const players = new Map<string, number>();
  for (const power of POWERS) {
    const name = formatModelSpec(seats[power].model);
    players.set(name, (players.get(name) ?? 0) + 1);
  }
  if (players.size === 1 && modelsOfGame({ seats, formatter: null, narrator: null }).length > 0) return 'seven powers';
  return [...players].map(([name, count]) => (count === 1 ? name : `${count} ${name}`)).join(', ');
}

/** Retreats come about in every second or third season. */
const RETREATS_A_YEAR = 0.8;

/** About how many phases a game has, and the setup: two movements, an adjustment and some retreats a year. */
function plannedSteps({ settings: { maxYear, endAtPhase } }: GameSpec): number {
  const end = endAtPhase === undefined ? null : parsePhase(endAtPhase);
  const whole = Math.max(0, Math.min(maxYear, end === null ? maxYear : end.year - 1) - 1900);
  const rest = end === null || end.year > maxYear ? 0 : { S: 1, F: 2, W: 3 }[end.season] + (end.type === 'R' ? 1 : 0);
  return 1 + Math.round(whole * (3 + RETREATS_A_YEAR)) + rest;
}
