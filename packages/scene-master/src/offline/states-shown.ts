import type { RelationStateName } from '@entente/relationship';
import { mainTone, sentencesOf } from '@entente/relationship/offline';
import type { AssessmentReply } from '../prompts/assess-scene.js';
import type { Direction } from './read-direction.js';
import type { Happening } from './read-happening.js';
import { isHarsh, kindOfMove, type MoveKind } from './read-move.js';

type Change = AssessmentReply['states'][number];
interface Move {
  readonly kind: MoveKind;
  readonly happening: Happening;
}

const SOFT_ENDING =
  /\b(need a break|some time apart|time to myself|cannot go on like this|can'?t go on like this|do not know whether i want this|not sure (?:about us|that i want this)|maybe we should stop|perhaps it is over)\b/i;
const CLEAR = /\b(i love you|we are a couple|i want to be with you|i want us|belong together|marry me|i am yours)\b/i;
const TACIT = /\b(our home|the two of us|we two|us two|both of us)\b/i;
const ELSEWHERE =
  /\b(somebody else|someone else|on my own|better off alone|easier alone|without you|better off without|the other one listens)\b/i;
const TIES = /\b(our (?:flat|house|home|child|children|savings|account|name)|the mortgage|the lease)\b/i;
const CHANGE =
  /\b(moving (?:out|in|away|to)|new job|pregnant|pregnancy|a baby|retire\w*|transferred|the move|move in|take the job|our wedding)\b/i;
const OTHERS_WARM = /\b(my (?:mother|father|sister|brother|friends?) likes? you|they like you)\b/i;
const OTHERS_COLD =
  /\b(my (?:mother|father|sister|brother|friends?) (?:cannot|can'?t) stand you|my friends ask me what i see in you|they are against (?:us|you)|taken against)\b/i;

/** Values of conflict, from none to worst. */
const CONFLICT = ['none', 'repaired', 'brewing', 'unresolved', 'active'];

/** States that the moves of a scene show and that are not so already. */
export function statesShown(direction: Direction): readonly Change[] {
  const now = new Map(direction.lines('state.line').map(({ state = '', now = '' }) => [state, now]));
  const moves = direction.happened.flatMap((happening): readonly Move[] =>
    happening.partner === undefined ? [] : [{ kind: kindOfMove(happening), happening }],
  );
  const shown = [
    conflictOf(moves, now.get('conflict') ?? ''),
    repairOf(moves),
    saying(moves, 'clarity', [
      ['explicit', CLEAR],
      ['tacit', TACIT],
    ]),
    saying(moves, 'alternatives', [['salient', ELSEWHERE]]),
    saying(moves, 'constraints', [['emerging', TIES]]),
    saying(moves, 'transition', [['upcoming', CHANGE]]),
    saying(moves, 'network', [
      ['supportive', OTHERS_WARM],
      ['opposed', OTHERS_COLD],
    ]),
    breakupOf(moves),
  ];
  return shown.filter((change) => change !== undefined).filter(({ state, to }) => now.get(state) !== to);
}

/** Words of a move that prove a change: the sentence that shows it, else the one that carries the move, else what was done. */
export function quoteFrom(move: Happening, shows?: RegExp): string {
  const { words, deed, line } = move;
  if (words === '') return deed || line;
  const sentences = sentencesOf(words);
  const showing = words.split(/(?<=[.!?])\s+/).find((sentence) => shows?.test(sentence));
  const kind = mainTone(words);
  return showing ?? sentences.find((sentence) => kind !== undefined && mainTone(sentence) === kind) ?? sentences[0] ?? words;
}

/** Harm never lowers a conflict, and two warm moves ease one that is on. */
function conflictOf(moves: readonly Move[], before: string): Change | undefined {
  const harsh = moves.filter(({ kind }) => isHarsh(kind));
  const last = moves.at(-1);
  const worst = harsh.at(-1);
  if (!last) return undefined;
  const repaired = repairOf(moves);
  if (repaired?.to === 'successful') return { state: 'conflict', to: 'repaired', quote: repaired.quote };
  if (!worst) return eased(moves, last, before);
  const quote = quoteFrom(worst.happening);
  const byBoth = new Set(harsh.map(({ happening }) => happening.partner)).size > 1;
  const isSevere = harsh.some(({ kind }) => kind === 'contempt' || kind === 'ending') || harsh.length > 1;
  const to = byBoth
    ? last.kind === 'withdrawal'
      ? 'unresolved'
      : 'active'
    : isSevere || last === worst
      ? 'unresolved'
      : 'brewing';
  return CONFLICT.indexOf(to) < CONFLICT.indexOf(before) ? undefined : { state: 'conflict', to, quote };
}

function eased(moves: readonly Move[], last: Move, before: string): Change | undefined {
  const warm = new Set(moves.filter(({ kind }) => isWarm(kind)).map(({ happening }) => happening.partner));
  if (warm.size < 2 || CONFLICT.indexOf(before) < CONFLICT.indexOf('brewing')) return undefined;
  return { state: 'conflict', to: before === 'brewing' ? 'none' : 'brewing', quote: quoteFrom(last.happening) };
}

const isWarm = (kind: MoveKind): boolean => kind === 'warmth' || kind === 'repair';

/** The last attempt to make it up, by how the other one answered it: well, badly, or in a way that leaves it open. */
function repairOf(moves: readonly Move[]): Change | undefined {
  const at = moves.findLastIndex(({ kind }) => kind === 'repair');
  const attempt = moves[at];
  if (!attempt) return undefined;
  const answer = moves.slice(at + 1).find(({ happening }) => happening.partner !== attempt.happening.partner);
  if (answer && isWarm(answer.kind)) return { state: 'repair', to: 'successful', quote: quoteFrom(answer.happening) };
  if (answer && isHarsh(answer.kind)) return { state: 'repair', to: 'failed', quote: quoteFrom(answer.happening) };
  return { state: 'repair', to: 'attempted', quote: quoteFrom(attempt.happening) };
}

function breakupOf(moves: readonly Move[]): Change | undefined {
  const ending = moves.find(({ kind }) => kind === 'ending');
  if (ending) return { state: 'breakup', to: 'hard', quote: quoteFrom(ending.happening) };
  return saying(moves, 'breakup', [['soft', SOFT_ENDING]]);
}

function saying(
  moves: readonly Move[],
  state: RelationStateName,
  values: readonly (readonly [to: string, words: RegExp])[],
): Change | undefined {
  for (const [to, pattern] of values) {
    const said = moves.find(({ happening }) => pattern.test(happening.words));
    if (said) return { state, to, quote: quoteFrom(said.happening, pattern) };
  }
  return undefined;
}
