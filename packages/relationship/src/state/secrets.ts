import type { Partner } from '../ports/partners.js';

/** Something that one partner alone knows. It stays on record until it is told. */
export interface Secret {
  /** Unique within a run: `A-start-1`, `A-scene-3`, `A-scene-3-context`, `A-event-4-1`. */
  readonly id: string;
  readonly owner: Partner;
  readonly text: string;
  /** Scene in which it came up; 0 before the first. */
  readonly since: number;
  /** Scene in which the other one learnt it, with the words that told it; null while it is kept. */
  readonly told: { readonly scene: number; readonly quote: string } | null;
}

/** Secrets that a partner still keeps, oldest first. */
export function keptSecrets(secrets: readonly Secret[], owner: Partner): readonly Secret[] {
  return secrets.filter((secret) => secret.owner === owner && secret.told === null);
}
