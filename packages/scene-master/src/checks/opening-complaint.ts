import { type ChosenScenario, PARTNERS, type StorySoFar } from '@entente/relationship';
import type { OpeningReply } from '../prompts/open-scene.js';
import { complaintAboutLeaks } from './leaks.js';

/** Returns the complaint about an opening that gives away what one partner alone knows. */
export function complaintAboutOpening(
  reply: OpeningReply & { readonly later?: string },
  { story, secrets, events, couple }: StorySoFar,
  chosen: ChosenScenario,
): string | undefined {
  const { setting, situation } = chosen;
  const known = [setting, situation, couple.story ?? '', ...couple.agreed, ...story.map(({ summary }) => summary)];
  const keptBy = (owner: 'A' | 'B') => [
    ...secrets.filter((secret) => secret.owner === owner).map(({ text }) => text),
    ...events.filter(({ knownTo }) => knownTo.length === 1 && knownTo[0] === owner).map(({ event }) => event),
    chosen.onlyKnows[owner],
    reply[`only_${owner}`],
  ];
  const shared = [
    { name: 'later', text: reply.later ?? '' },
    { name: 'theme', text: reply.theme },
    { name: 'setting', text: reply.setting },
    { name: 'others', text: reply.others.join(' | ') },
    { name: 'situation', text: reply.situation },
  ];
  const own = (reader: 'A' | 'B') => [
    { name: `only_${reader}`, text: reply[`only_${reader}`] },
    { name: `goal_${reader}`, text: reply[`goal_${reader}`] },
  ];
  return (
    complaintAboutLeaks(shared, PARTNERS.flatMap(keptBy), known) ??
    complaintAboutLeaks(own('A'), keptBy('B'), [...known, reply.situation]) ??
    complaintAboutLeaks(own('B'), keptBy('A'), [...known, reply.situation])
  );
}
