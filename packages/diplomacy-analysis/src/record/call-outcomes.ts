import {
  type AgentInitialized,
  type AgentUpdated,
  callBase,
  type CallPlace,
  type DroppedMessage,
  type GameFact,
  type GameState,
  type OrdersDefaulted,
  type OrdersSubmitted,
  type PressMessage,
  type Relationship,
  type ReplyMissing,
} from '@entente/diplomacy-game/state';
import { parsePhase, type Power } from '@entente/diplomacy-rules';
import { formatModelSpec, withoutUndefined } from '@entente/llm-clients/contract';
import { type EntryOf, parseCallPath } from '@entente/simulation-core/journal';
import type { LineOfHistory } from './line-of-history.js';

/** Outcome of a power's messages in one round. */
export interface RoundOutcome {
  readonly delivered: readonly PressMessage[];
  readonly dropped: readonly DroppedMessage['reason'][];
}

/** Outcome of a power's orders in one phase. */
export interface OrdersOutcome {
  readonly submitted: OrdersSubmitted;
  /** `null` where every unit had an order. */
  readonly defaulted: OrdersDefaulted | null;
}

/** Diary entry and changed opinions that the game took from one reply. */
export interface ThoughtOutcome {
  /** A diary entry, reasons for orders, a note. */
  readonly text?: string | undefined;
  readonly goals?: readonly string[] | undefined;
  readonly relationships?: { readonly [power in Power]?: Relationship } | undefined;
}

/** A call that got no answer at all. */
export interface FailedCall {
  readonly place: CallPlace | null;
  /** `provider:model`. */
  readonly model: string;
  readonly kind: EntryOf<'call-failed'>['kind'];
}

/** Number of calls of one model for one power. */
export interface AnswerCount {
  /** `provider:model`. */
  readonly model: string;
  readonly power: Power | null;
  /** Calls of this run; a fork did not make those that it took over. */
  readonly calls: number;
  /** Number of these calls that repeated a question after a useless reply. */
  readonly askedAgain: number;
  /** Number of answers that a fork inherited. */
  readonly takenOver: number;
}

/** Outcomes of a game's calls, by place (`CallPlace.base`). */
export interface CallOutcomes {
  readonly missing: ReadonlyMap<string, ReplyMissing>;
  readonly rounds: ReadonlyMap<string, RoundOutcome>;
  readonly orders: ReadonlyMap<string, OrdersOutcome>;
  readonly thoughts: ReadonlyMap<string, ThoughtOutcome>;
  readonly failedCalls: readonly FailedCall[];
  /** Time of the last answer, in milliseconds since 1970. */
  readonly answeredAt: ReadonlyMap<string, number>;
  /** One for each model and power. */
  readonly answers: ReadonlyMap<string, AnswerCount>;
  /** Returns whether the answer at `entry`, its place in the journal, belongs to this game. A fork inherits some that it never asks for. */
  belongs(entry: number): boolean;
  /** Returns whether the answer at `entry` stands, so that the question was not repeated. */
  stands(entry: number): boolean;
  /** Returns whether the answer at `entry` was inherited from a fork's parent, which paid for it. */
  isTakenOver(entry: number): boolean;
}

interface Answered {
  readonly entry: number;
  readonly question: string;
  readonly model: string;
  readonly place: CallPlace | null;
  readonly at: number;
  readonly inherited: boolean;
}

/** Gathers outcomes of calls from answers and facts; `settle` closes it. */
export class OutcomesFold implements CallOutcomes {
  readonly missing = new Map<string, ReplyMissing>();
  readonly rounds = new Map<string, RoundOutcome>();
  readonly orders = new Map<string, OrdersOutcome>();
  readonly thoughts = new Map<string, ThoughtOutcome>();
  readonly failedCalls: FailedCall[] = [];
  readonly answeredAt = new Map<string, number>();
  readonly answers = new Map<string, AnswerCount>();
  readonly #asked: Answered[] = [];
  readonly #standing = new Set<number>();
  #unused: ReadonlySet<number> = new Set();
  #takenOver: ReadonlySet<number> = new Set();

  answered(answer: EntryOf<'answer-recorded'>, place: CallPlace | null, entry: number): void {
    const question = questionOf(answer);
    const model = formatModelSpec(answer.model);
    this.#asked.push({ entry, question, model, place, at: answer.at, inherited: answer.inherited === true });
  }

  /** Sorts the answers, once all entries have been seen. */
  settle(line: LineOfHistory): void {
    this.#unused = line.unused();
    const own = this.#asked.filter(({ entry }) => !this.#unused.has(entry));
    this.#takenOver = new Set(
      own.filter(({ entry, inherited }) => inherited || entry < line.forkEntry).map(({ entry }) => entry),
    );
    // In two-step mode there are two prompts at one place, each with its own last answer.
    const last = new Map(own.map(({ question, entry }) => [question, entry]));
    for (const entry of last.values()) this.#standing.add(entry);
    const seen = new Set<string>();
    for (const { entry, question, model, place, at } of own) {
      if (place !== null) this.answeredAt.set(place.base, at);
      const power = place?.power ?? null;
      const key = `${model} ${power ?? ''}`;
      const before = this.answers.get(key) ?? { model, power, calls: 0, askedAgain: 0, takenOver: 0 };
      const more = this.isTakenOver(entry)
        ? { takenOver: before.takenOver + 1 }
        : { calls: before.calls + 1, askedAgain: before.askedAgain + (seen.has(question) ? 1 : 0) };
      this.answers.set(key, { ...before, ...more });
      seen.add(question);
    }
  }

  failed(failure: EntryOf<'call-failed'>, place: CallPlace | null): void {
    this.failedCalls.push({ place, model: formatModelSpec(failure.model), kind: failure.kind });
  }

  /** @param before the game before the fact */
  fact(fact: GameFact, before: GameState): void {
    switch (fact.type) {
      case 'round-held':
        this.#roundHeld(fact);
        break;
      case 'orders-submitted':
        this.orders.set(callBase.orders(fact), { submitted: fact, defaulted: null });
        break;
      case 'orders-defaulted': {
        const base = callBase.orders(fact);
        const outcome = this.orders.get(base);
        if (outcome) this.orders.set(base, { ...outcome, defaulted: fact });
        break;
      }
      case 'agent-initialized':
        this.#think(callBase.initialization(fact.power), changesOf(fact));
        break;
      case 'diary-written':
        if (fact.kind === 'negotiation') this.#think(callBase.negotiationDiary(fact), { text: fact.text });
        if (fact.kind === 'orders') this.#think(callBase.orders(fact), { text: fact.text });
        break;
      case 'agent-updated':
        this.#think(callBase.negotiationDiary(fact), changesOf(fact));
        break;
      case 'phase-analyzed':
        for (const part of fact.written) {
          if (part.type === 'agent-updated') this.#think(callBase.stateUpdate(fact), { ...changesOf(part), text: part.note });
          if (part.type === 'diary-missing') this.missing.set(callBase.phaseDiary(fact), part);
          if (part.type === 'update-missing') this.missing.set(callBase.stateUpdate(fact), part);
        }
        break;
      case 'initialization-missing':
      case 'messages-missing':
      case 'plan-missing':
      case 'diary-missing':
      case 'consolidation-missing':
      case 'summary-missing':
        for (const base of basesOf(fact, before)) this.missing.set(base, fact);
        break;
      default:
        break;
    }
  }

  belongs(entry: number): boolean {
    return !this.#unused.has(entry);
  }

  stands(entry: number): boolean {
    return this.#standing.has(entry);
  }

  isTakenOver(entry: number): boolean {
    return this.#takenOver.has(entry);
  }

  #think(base: string, thought: ThoughtOutcome): void {
    this.thoughts.set(base, { ...this.thoughts.get(base), ...withoutUndefined(thought) });
  }

  #roundHeld(fact: Extract<GameFact, { type: 'round-held' }>): void {
    const senders = new Set([...fact.messages, ...fact.dropped].map(({ sender }) => sender));
    for (const sender of senders) {
      this.rounds.set(callBase.message({ ...fact, power: sender }), {
        delivered: fact.messages.filter((message) => message.sender === sender),
        dropped: fact.dropped.filter((message) => message.sender === sender).map(({ reason }) => reason),
      });
    }
  }
}

/** Bases of the calls that a missing reply may belong to. @param before the game before the fact */
function basesOf({ type, phase, power }: ReplyMissing, before: GameState): readonly string[] {
  if (type === 'summary-missing') return [callBase.summary({ phase })];
  if (power === undefined) return [];
  const of = { phase, power };
  switch (type) {
    case 'initialization-missing':
      return [callBase.initialization(power)];
    case 'messages-missing':
      return [callBase.message({ ...of, round: before.roundsHeld + 1 })];
    case 'plan-missing':
      // A game with press plans beside its rounds, one without in the chain of each power's orders.
      return [callBase.plan(of), callBase.planBeforeOrders(of)];
    case 'diary-missing':
      return [callBase.negotiationDiary(of)];
    case 'consolidation-missing':
      return [callBase.consolidation({ phase: `S${(parsePhase(phase)?.year ?? 0) + 1}M`, power })];
    default:
      return [];
  }
}

const questionOf = ({ path, label }: EntryOf<'answer-recorded'>): string => `${parseCallPath(path).base} ${label?.name ?? ''}`;

const changesOf = ({ goals, relationships }: AgentInitialized | AgentUpdated): ThoughtOutcome => ({ goals, relationships });
