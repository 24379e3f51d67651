import type { OfflineRequest } from '@entente/llm-clients';
import { byPartner, type ByPartner } from '@entente/relationship';

/** Reading of a rendered prompt of the director or the judge: only what a real model could read there, too. */
export interface Direction {
  readonly names: ByPartner<string>;
  readonly personas: ByPartner<string>;
  /** Summaries of earlier scenes. */
  readonly story: readonly string[];
  /** Narration and actions of the scene under way. */
  readonly transcript: readonly string[];
  /** Actions of each partner in the scene under way, without names. */
  readonly deeds: ByPartner<readonly string[]>;
  /** Reads one line `Label: text` of the scene's card or of the task. */
  field(label: string): string;
  readonly task: string;
}

/** Reads names, personas, story, transcript and task from a prompt of this package. */
export function readDirection(request: OfflineRequest): Direction {
  const system = request.messages.find(({ role }) => role === 'system')?.text ?? '';
  const user = request.messages.find(({ role }) => role === 'user')?.text ?? '';
  const [told = '', task = ''] = user.split('\n\nYOUR TASK: ');
  const [before = '', happened = ''] = told.split('\nWHAT HAPPENS');
  const transcript = happened.split('\n').filter((line) => line !== '');
  const names = byPartner((partner) => new RegExp(`^PARTNER ${partner}: (.*)$`, 'm').exec(system)?.[1] ?? partner);
  return {
    names,
    personas: byPartner(
      (partner) => system.split(new RegExp(`^PARTNER ${partner}: .*$`, 'm'))[1]?.split('\n\nPARTNER ')[0] ?? '',
    ),
    story: before.split('\n').filter((line) => /^Scene \d+/.test(line)),
    transcript,
    deeds: byPartner((partner) =>
      transcript.filter((line) => line.startsWith(`${names[partner]}: `)).map((line) => line.slice(names[partner].length + 2)),
    ),
    field: (label) => new RegExp(`^${label}: (.*)$`, 'm').exec(`${before}\n${task}`)?.[1] ?? '',
    task,
  };
}
