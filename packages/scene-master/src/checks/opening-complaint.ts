import { type ChosenScenario, PARTNERS, type StorySoFar } from '@entente/relationship';
import type { LaterOpeningReply, OpeningReply } from '../prompts/open-scene.js';
import { complaintAboutLeaks } from './leaks.js';
import { isQuoted } from './quotes.js';

/** Returns the complaint about an opening that gives away what one partner alone knows. */
export function complaintAboutOpening(
  reply: OpeningReply & Partial<LaterOpeningReply>,
  { story, secrets, events, couple }: StorySoFar,
  chosen: ChosenScenario,
): string | undefined {
  const { setting, situation } = chosen;
  const known = [setting, situation, couple.story ?? '', ...couple.agreed, ...story.map(({ summary }) => summary)];
  const told = (reply.told ?? []).map(({ id }) => id);
  const keptBy = (owner: 'A' | 'B') => [
    ...secrets.filter((secret) => secret.owner === owner && !told.includes(secret.id)).map(({ text }) => text),
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
    complaintAboutTold(reply, secrets) ??
    complaintAboutLeaks(shared, PARTNERS.flatMap(keptBy), known) ??
    complaintAboutLeaks(own('A'), keptBy('B'), [...known, reply.situation]) ??
    complaintAboutLeaks(own('B'), keptBy('A'), [...known, reply.situation])
  );
}

/** Returns the complaint about a secret named as told that nobody keeps, or that the opening does not tell. */
function complaintAboutTold(
  { told = [], later = '', situation }: OpeningReply & Partial<LaterOpeningReply>,
  secrets: StorySoFar['secrets'],
): string | undefined {
  const ids = secrets.map(({ id }) => id);
  const unknown = told.find(({ id }) => !ids.includes(id));
  if (unknown)
    return `told: there is no secret "${unknown.id}"; ${ids.length > 0 ? `there are ${ids.join(', ')}` : 'leave it empty'}`;
  const invented = told.find(({ quote }) => !isQuoted(quote, [later, situation]));
  return (
    invented &&
    `told: "${invented.quote}" stands neither in later nor in situation; copy three words or more from there exactly, or leave the entry out`
  );
}
