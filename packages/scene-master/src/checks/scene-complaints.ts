import {
  type BeatPlace,
  byPartner,
  type ByPartner,
  otherPartner,
  type Partner,
  PARTNERS,
  type Stage,
} from '@entente/relationship';
import type { BeatReply } from '../prompts/progress.js';
import type { ClosingReply } from '../prompts/close-scene.js';
import { complaintAboutLeaks, tells } from './leaks.js';

/** Returns the complaint about a beat: a wrong actor, unusable options, or something given away. */
export function complaintAboutBeat(reply: BeatReply, stage: Stage, { mayAct, offerOptions }: BeatPlace): string | undefined {
  const { actor, question, options = [] } = reply;
  if (!mayAct.includes(actor)) return `actor: it has to be ${mayAct.join(' or ')} here, not ${actor}`;
  const asked = [
    { name: 'question', text: question },
    ...(offerOptions ? options.map(({ id, action }) => ({ name: `option ${id}`, text: action })) : []),
  ];
  const knowledge = knowledgeIn(stage);
  return (
    (offerOptions ? complaintAboutOptions(reply) : undefined) ??
    leakInParts(reply, knowledge) ??
    complaintAboutLeaks(asked, knowledge.kept[otherPartner(actor)], knowledge.known)
  );
}

/** Returns the complaint about narration that gives something away. */
export function complaintAboutParts(reply: ClosingReply, stage: Stage): string | undefined {
  return leakInParts(reply, knowledgeIn(stage));
}

/** Matter that each alone knows in a scene, and that both know. */
interface Knowledge {
  readonly kept: ByPartner<readonly string[]>;
  readonly known: readonly string[];
}

function knowledgeIn(stage: Stage): Knowledge {
  return { kept: byPartner((owner) => keptBy(stage, owner)), known: knownToBoth(stage) };
}

function leakInParts({ narrative, only_A, only_B }: ClosingReply, { kept, known }: Knowledge): string | undefined {
  return (
    complaintAboutLeaks([{ name: 'narrative', text: narrative }], [...kept.A, ...kept.B], known) ??
    complaintAboutLeaks([{ name: 'only_A', text: only_A }], kept.B, known) ??
    complaintAboutLeaks([{ name: 'only_B', text: only_B }], kept.A, known)
  );
}

/** Returns the complaint about a summary that gives something away. */
export function complaintAboutSummary(summary: string, stage: Stage): string | undefined {
  return complaintAboutLeaks(
    [{ name: 'scene_summary', text: summary }],
    PARTNERS.flatMap((owner) => [...keptBy(stage, owner), ...perceivedBy(stage, owner)]),
    knownToBoth(stage),
  );
}

/** Returns the complaint about private matters of which one holds a secret of the other. */
export function complaintAboutContexts(contexts: { readonly A: string; readonly B: string }, stage: Stage): string | undefined {
  const known = knownToBoth(stage);
  return (
    complaintAboutLeaks([{ name: 'A', text: contexts.A }], keptBy(stage, 'B'), known) ??
    complaintAboutLeaks([{ name: 'B', text: contexts.B }], keptBy(stage, 'A'), known)
  );
}

function complaintAboutOptions({ options = [] }: BeatReply): string | undefined {
  if (options.length < 3 || options.length > 4) return `options: offer three or four, not ${options.length}`;
  if (new Set(options.map(({ id }) => id)).size < options.length) return 'options: give every option a letter of its own';
  return undefined;
}

/** Everything that a partner alone knows and has not said in the scene. */
function keptBy({ secrets, opening, events, transcript }: Stage, owner: Partner): readonly string[] {
  const said = transcript.flatMap((item) =>
    typeof item === 'string' || item.kind !== 'deed' || item.partner !== owner || item.choice === null ? [] : [item.choice.words],
  );
  const kept = [
    ...secrets.filter((secret) => secret.owner === owner && secret.told === null).map(({ text }) => text),
    opening.onlyKnows[owner],
    ...events.filter(({ knownTo }) => knownTo.length === 1 && knownTo[0] === owner).map(({ event }) => event),
  ];
  return kept.filter((secret) => !tells(said, secret));
}

/** News of the scene that one partner alone has perceived. */
function perceivedBy({ transcript }: Stage, owner: Partner): readonly string[] {
  return transcript.flatMap((item) =>
    typeof item === 'string' || item.kind !== 'narrated' || item.onlySees[owner] === '' ? [] : [item.onlySees[owner]],
  );
}

function knownToBoth({ couple, story, opening, transcript, events }: Stage): readonly string[] {
  const happened = transcript.flatMap((item) => {
    if (typeof item === 'string') return [item];
    if (item.kind === 'narrated') return [item.text];
    return item.choice === null ? [] : [item.choice.deed, item.choice.words];
  });
  return [
    couple.story ?? '',
    ...couple.agreed,
    ...story.map(({ summary }) => summary),
    opening.setting,
    opening.situation,
    ...events.filter(({ knownTo }) => knownTo.length > 1).map(({ event }) => event),
    ...happened,
  ];
}
