import { diplomacyResponders } from '@entente/diplomacy-game/offline';
import type { OfflineRequest } from '@entente/llm-clients';
import type { SeenCall } from '../ideal-time.js';

/**
 * Describes a request of a game for the provider's log by prompt, phase and power, read from its text: `write-orders S1901M FRANCE`. Empty
 * for any other request.
 */
export function noteGameCall(request: OfflineRequest): string {
  const responder = diplomacyResponders.find((each) => each.recognises(request));
  if (responder === undefined) return '';
  const text = request.messages.map((message) => message.text).join('\n');
  const power = /^You are ([A-Z]+)\./m.exec(text)?.[1] ?? 'nobody';
  const board = /^Phase ([SFW]\d+[MRA])/m.exec(text)?.[1] ?? '';
  const phaseOf: Readonly<Record<string, () => string>> = {
    'initialize-agent': () => 'setup',
    'phase-diary': () => judgedPhase(text),
    'update-state': () => judgedPhase(text),
    'consolidate-diary': () => springAfter(text),
  };
  return `${responder.name} ${phaseOf[responder.name]?.() ?? board} ${power}`;
}

/** The phase that was just judged: the last one of which it is told what happened. */
const judgedPhase = (text: string): string => [...text.matchAll(/^WHAT HAPPENED IN ([SFW]\d+[MRA])/gm)].at(-1)?.[1] ?? '';

/** The Spring in which years of a diary are made one text: the one after the last of its entries. */
const springAfter = (text: string): string =>
  `S${Math.max(...[...text.matchAll(/^\[[SFW](\d+)[MRA] /gm)].map(([, year]) => Number(year))) + 1}M`;

/** The calls of a game from the notes of the provider's log, in the order in which they came, each with the time its model took. */
export function seenCalls(log: readonly { readonly note?: string; readonly latencyMs?: number }[]): readonly SeenCall[] {
  return log.flatMap(({ note = '', latencyMs }) => {
    const [call = '', phase = '', power = ''] = note.split(' ');
    return call === '' || latencyMs === undefined ? [] : [{ call, phase, power, ms: latencyMs }];
  });
}
