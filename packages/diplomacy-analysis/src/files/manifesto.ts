import { BOT_PROVIDER, PERSON_PROVIDER } from '@entente/diplomacy-game/state';
import { formatRulebook, type Power, POWERS } from '@entente/diplomacy-rules';
import { withoutKeyShapes } from '@entente/llm-clients/secrets';
import { countOf, formatCount, formatDuration, printableText } from '@entente/studies/tables';
import { endingInWords } from '../record/game-outcome.js';
import type { GameRecord } from '../record/game-record.js';
import { isPlayedOffline, modelName } from './predecessor-config.js';

/** Label of games that the offline model played. */
export const OFFLINE_LABEL =
  'Played by the offline model: rules of thumb, not a language model. Nothing here says anything about models.';

export interface ManifestoOptions {
  /** Run as commands have to name it, quoted for a shell: `game --runs-dir old`. @default the run's id */
  readonly named?: string | undefined;
}

/**
 * Writes `game_manifesto.txt`: seats, prompts, settings, seed, version and progress of a game, and the commands to go on
 * with it.
 */
export function toManifesto(record: GameRecord, { named: where = record.header.runId }: ManifestoOptions = {}): string {
  const { header, spec, state } = record;
  const commands = [
    ...(record.ended ? [] : [['resume', 'goes on from where it stopped'] as const]),
    ['replay', 'plays it again from its record, asks nobody, and checks every fact'] as const,
    ['show', 'every call with its prompt and reply'] as const,
    ['verify', 'judges every phase again'] as const,
  ];
  const { settings, seats, formatter, narrator, promptSets } = spec;
  const seatLines = POWERS.map((power) => `  ${power.padEnd(8)} ${modelName(seats[power].model)}, ${wordsOf(spec, power)}`);
  const sets = Object.entries(promptSets).map(
    ([name, { digest, words }]) => `  ${name}: ${digest}${words ? ', from a folder of the user' : ''}`,
  );
  const rounds = settings.negotiationRounds;
  const lines = [
    `Diplomacy game ${header.runId}`,
    ...(isPlayedOffline(spec) ? [OFFLINE_LABEL] : []),
    '',
    'Seats',
    ...seatLines,
    ...(formatter === null
      ? []
      : [`  replies are free text; ${formatter === 'own' ? 'each model' : modelName(formatter)} gives them their shape`]),
    ...(narrator === null ? [] : [`  phases are summed up by ${modelName(narrator)}`]),
    '',
    'Prompts, by digest',
    ...sets,
    '',
    'How it is played',
    `  until ${settings.endAtPhase === undefined ? `the end of ${settings.maxYear}` : `${settings.endAtPhase} has been played, or the end of ${settings.maxYear}`}`,
    ...(settings.drawAfterYears === undefined
      ? []
      : [`  a draw once no centre has changed hands for ${countOf(settings.drawAfterYears, 'year')}`]),
    rounds === 0
      ? '  without press'
      : `  ${countOf(rounds, 'round')} of messages in each movement phase${settings.adaptiveRounds ? ', fewer once every power says that it is done' : ''}`,
    `  powers ${settings.planning ? 'plan before they write orders' : 'write orders without a plan on record'}`,
    `  rulebook ${formatRulebook(settings.rulebook)}`,
    `  seed ${header.seed}${header.replicate > 0 ? `, replicate ${header.replicate}` : ''}`,
    `  begun ${new Date(header.at).toISOString()} by lm-game ${header.packageVersion}`,
    ...(header.forkedFrom
      ? [`  forked from ${header.forkedFrom.runId} at ${header.forkedFrom.step}, future ${header.forkedFrom.future}`]
      : []),
    '',
    'How far it got',
    `  ${progress(record)}`,
    `  ${countOf(state.history.length, 'phase')} played, ${formatCount(record.measures.calls)} calls, ${formatDuration(record.measures.wallMs)} on the clock`,
    '',
    'To go on with it',
    ...commands.flatMap(([verb, what]) => [`  # ${what}`, `  npx lm-game ${verb} ${where}`]),
  ];
  return `${printableText(withoutKeyShapes(lines.join('\n')))}\n`;
}

function wordsOf({ seats }: GameRecord['spec'], power: Power): string {
  const { model, promptSet } = seats[power];
  if (model.provider === BOT_PROVIDER) return 'rules of thumb, asks no model';
  if (model.provider === PERSON_PROVIDER) return 'a person at the terminal';
  const limit = model.sampling?.maxOutputTokens;
  return `prompts ${promptSet}${limit === undefined ? '' : `, replies of at most ${limit} tokens`}`;
}

function progress({ state, ended, interruption, resumed }: GameRecord): string {
  const times = resumed === 0 ? '' : `, resumed ${resumed === 1 ? 'once' : `${resumed} times`}`;
  const last = state.history.at(-1)?.phase;
  const ending = state.ended === null ? '' : ` (${endingInWords(state.ended)})`;
  if (ended) return `over after ${last ?? 'no phase'}${ending}${times}`;
  const place = last === undefined ? 'before the first phase was played' : `after ${last}`;
  if (interruption !== null) return `stopped ${place} (${interruption.reason}: ${interruption.message})${times}`;
  return `under way ${place}${times}`;
}
