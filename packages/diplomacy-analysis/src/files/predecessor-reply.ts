import type { CallPlace } from '@entente/diplomacy-game/state';
import type { CallOutcomes } from '../record/call-outcomes.js';

/** Reply and outcomes that `predecessorReply` reads. */
export interface ReplyAround {
  readonly outcomes: CallOutcomes;
  /** The model's own words in two-step mode; `null` in one-step mode. */
  readonly words: string | null;
}

/**
 * A reply that stands, in the form in which AI_Diplomacy asks for it, which its scripts parse; made from what the game took from it.
 * - Messages: a JSON array of `message_type`, `recipient`, `content`, those that were delivered. Its statistics look for flat objects
 *   by their braces, so braces within a text are escaped.
 * - Orders: the reasons, `PARSABLE OUTPUT:` and the legal orders in double braces, as the orders of a power that was asked twice were settled.
 * - Diaries of negotiations: `negotiation_summary`, `intent`, `updated_relationships`, `goals`; updates: `reasoning`, `relationships`, `goals`;
 *   the outset: `initial_goals`, `initial_relationships`.
 * @returns `null` where a reply has no form (plans, diaries of phases, summaries), or nothing usable was in it
 */
export function predecessorReply({ base, stage }: CallPlace, { outcomes, words }: ReplyAround): string | null {
  const { missing, rounds, orders, thoughts } = outcomes;
  if (missing.has(base)) return null;
  const thought = thoughts.get(base);
  switch (stage) {
    case 'message': {
      const messages = rounds.get(base)?.delivered ?? [];
      return `[${messages
        .map(({ recipient, text }) =>
          toJson(
            recipient === 'GLOBAL'
              ? { message_type: 'global', content: text }
              : { message_type: 'private', recipient, content: text },
          ),
        )
        .join(',\n')}]`;
    }
    case 'orders': {
      const submitted = orders.get(base)?.submitted;
      if (submitted === undefined) return null;
      const reasons = (words ?? thought?.text ?? '').trim();
      return `${reasons}${reasons === '' ? '' : '\n\n'}PARSABLE OUTPUT:\n{{\n"orders": ${JSON.stringify(submitted.orders)}\n}}`;
    }
    case 'negotiation-diary': {
      if (thought?.text === undefined) return null;
      const [summary = '', ...intent] = thought.text.split('\nIntent: ');
      return JSON.stringify({
        negotiation_summary: summary,
        intent: intent.join('\nIntent: '),
        updated_relationships: thought.relationships ?? {},
        goals: thought.goals ?? [],
      });
    }
    case 'state-update':
      return thought === undefined
        ? null
        : JSON.stringify({
            reasoning: thought.text ?? '',
            relationships: thought.relationships ?? {},
            goals: thought.goals ?? [],
          });
    case 'initialization':
      return thought === undefined
        ? null
        : JSON.stringify({ initial_goals: thought.goals ?? [], initial_relationships: thought.relationships ?? {} });
    case 'plan':
    case 'phase-diary':
    case 'consolidation':
    case 'summary':
      return null;
    default:
      stage satisfies never;
      return null;
  }
}

/** Formats an object of texts, with the braces within the texts escaped. */
const toJson = (message: Readonly<Record<string, string>>): string =>
  `{${JSON.stringify(message).slice(1, -1).replaceAll('{', '\\u007b').replaceAll('}', '\\u007d')}}`;
