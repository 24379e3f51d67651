import type {
  DroppedMessage,
  GameFact,
  GameState,
  OrdersDefaulted,
  OrdersSubmitted,
  ReplyMissing,
} from '@entente/diplomacy-game';
import { parsePhase, type Power } from '@entente/diplomacy-rules';
import { formatModelSpec } from '@entente/run-console/session';
import type { EntryOf } from '@entente/simulation-core';
import type { CallPlace } from './call-place.js';

/** What a power said in one round. */
export interface RoundOutcome {
  readonly delivered: number;
  readonly dropped: readonly DroppedMessage['reason'][];
}

/** What became of a power's orders of one phase. */
export interface OrdersOutcome {
  readonly submitted: OrdersSubmitted;
  /** `null` where every unit had an order. */
  readonly defaulted: OrdersDefaulted | null;
}

/** A call that got no answer at all. */
export interface FailedCall {
  readonly place: CallPlace | null;
  /** `provider:model`. */
  readonly model: string;
  readonly kind: EntryOf<'call-failed'>['kind'];
}

/** How much one model was asked for one power. */
export interface AnswerCount {
  /** `provider:model`. */
  readonly model: string;
  readonly power: Power | null;
  readonly calls: number;
  /** How many of these calls asked the same thing again, because the reply before was of no use. */
  readonly askedAgain: number;
}

/** What became of a game's calls, by where they were made (`CallPlace.base`). */
export interface CallOutcomes {
  readonly missing: ReadonlyMap<string, ReplyMissing>;
  readonly rounds: ReadonlyMap<string, RoundOutcome>;
  readonly orders: ReadonlyMap<string, OrdersOutcome>;
  readonly failedCalls: readonly FailedCall[];
  /** When the last answer came in, in milliseconds since 1970. */
  readonly answeredAt: ReadonlyMap<string, number>;
  /** One a model and power. */
  readonly answers: ReadonlyMap<string, AnswerCount>;
  /** Whether the answer that is the `entry`-th of the journal stands; else the same was asked again. */
  stands(answer: EntryOf<'answer-recorded'>, entry: number): boolean;
}

/** Gathers what became of calls from answers and facts, as they come. */
export class OutcomesFold implements CallOutcomes {
  readonly missing = new Map<string, ReplyMissing>();
  readonly rounds = new Map<string, RoundOutcome>();
  readonly orders = new Map<string, OrdersOutcome>();
  readonly failedCalls: FailedCall[] = [];
  readonly answeredAt = new Map<string, number>();
  readonly answers = new Map<string, AnswerCount>();
  /** The last answer to each question: of two-step mode's two prompts at one place each has its own. */
  readonly #last = new Map<string, number>();

  answered(answer: EntryOf<'answer-recorded'>, place: CallPlace | null, entry: number): void {
    if (place !== null) this.answeredAt.set(place.base, answer.at);
    const question = questionOf(answer);
    const model = formatModelSpec(answer.model);
    const power = place?.power ?? null;
    const key = `${model} ${power ?? ''}`;
    const { calls, askedAgain } = this.answers.get(key) ?? { calls: 0, askedAgain: 0 };
    this.answers.set(key, { model, power, calls: calls + 1, askedAgain: askedAgain + (this.#last.has(question) ? 1 : 0) });
    this.#last.set(question, entry);
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
        this.orders.set(`${fact.phase}/orders/${fact.power}`, { submitted: fact, defaulted: null });
        break;
      case 'orders-defaulted': {
        const base = `${fact.phase}/orders/${fact.power}`;
        const outcome = this.orders.get(base);
        if (outcome) this.orders.set(base, { ...outcome, defaulted: fact });
        break;
      }
      case 'phase-analyzed':
        for (const part of fact.written) {
          if (part.type === 'diary-missing') this.missing.set(`deferred/${part.phase}/analysis/${fact.power}/diary`, part);
          if (part.type === 'update-missing') this.missing.set(`deferred/${part.phase}/analysis/${fact.power}/update`, part);
        }
        break;
      case 'initialization-missing':
        this.missing.set(`setup/${fact.power ?? ''}`, fact);
        break;
      case 'messages-missing':
        this.missing.set(`${fact.phase}/round-${before.roundsHeld + 1}/${fact.power ?? ''}`, fact);
        break;
      case 'plan-missing':
        // A game with press plans beside its rounds, one without in the chain of each power's orders.
        this.missing.set(`${fact.phase}/plans/${fact.power ?? ''}`, fact);
        this.missing.set(`${fact.phase}/orders/${fact.power ?? ''}/plan`, fact);
        break;
      case 'diary-missing':
        this.missing.set(`${fact.phase}/orders/${fact.power ?? ''}/diary`, fact);
        break;
      case 'consolidation-missing':
        this.missing.set(`deferred/S${(parsePhase(fact.phase)?.year ?? 0) + 1}M/consolidation/${fact.power ?? ''}`, fact);
        break;
      case 'summary-missing':
        this.missing.set(`deferred/${fact.phase}/summary`, fact);
        break;
      default:
        break;
    }
  }

  stands(answer: EntryOf<'answer-recorded'>, entry: number): boolean {
    return this.#last.get(questionOf(answer)) === entry;
  }

  #roundHeld(fact: Extract<GameFact, { type: 'round-held' }>): void {
    const senders = new Set([...fact.messages, ...fact.dropped].map(({ sender }) => sender));
    for (const sender of senders) {
      this.rounds.set(`${fact.phase}/round-${fact.round}/${sender}`, {
        delivered: fact.messages.filter((message) => message.sender === sender).length,
        dropped: fact.dropped.filter((message) => message.sender === sender).map(({ reason }) => reason),
      });
    }
  }
}

const questionOf = ({ path, label }: EntryOf<'answer-recorded'>): string => `${path.split('#', 1)[0] ?? ''} ${label?.name ?? ''}`;
