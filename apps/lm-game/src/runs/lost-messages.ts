import type { DroppedMessage, GameFact } from '@entente/diplomacy-game';
import type { RunEdits } from '@entente/run-console';

const WHY_DROPPED: Readonly<Record<DroppedMessage['reason'], string>> = {
  empty: 'it is empty',
  'unknown-recipient': 'its recipient is no power, nor GLOBAL',
  'to-oneself': 'it is addressed to its own sender',
  'eliminated-recipient': 'its recipient is eliminated',
  repeated: 'the same was said before in this phase',
  'too-many': 'it is one more than a power may send in a round',
};

/** `the message of FRANCE to "MARS" would not be delivered: its recipient is no power, nor GLOBAL`. */
export function explainDropped({ sender, recipient, reason }: Pick<DroppedMessage, 'sender' | 'recipient' | 'reason'>): string {
  return `the message of ${sender} to "${recipient}" would not be delivered: ${WHY_DROPPED[reason]}`;
}

/** The messages of a reply that the game does not deliver, where the reply at the path is one of a round of messages. */
export const lostMessages: NonNullable<RunEdits<unknown>['lost']> = (path, facts) => {
  const [, round, power] = /\/round-(\d+)\/([A-Z]+)#\d+$/.exec(path) ?? [];
  if (round === undefined) return [];
  return (facts as unknown as readonly GameFact[]).flatMap((fact) =>
    fact.type === 'round-held' && fact.round === Number(round)
      ? fact.dropped.filter(({ sender }) => sender === power).map(explainDropped)
      : [],
  );
};
