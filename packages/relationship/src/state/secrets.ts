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

/** Number of secrets that earlier scenes brought up which prompts show of each partner: the newest. */
const OLDER_SECRETS = 6;

/**
 * Secrets that a partner still keeps, as prompts show them before or during a scene, oldest first: all from before the first scene, all news
 * from outside, the newest that earlier scenes brought up, and all of the scene itself. The others can no longer be told, since nobody reads
 * of them; they stay on record.
 */
export function secretsInView(secrets: readonly Secret[], owner: Partner, scene: number): readonly Secret[] {
  const kept = keptSecrets(secrets, owner);
  const lasts = (secret: Secret): boolean => secret.since === 0 || secret.since >= scene || isNews(secret);
  const earlier = kept.filter((secret) => !lasts(secret)).slice(-OLDER_SECRETS);
  return kept.filter((secret) => lasts(secret) || earlier.includes(secret));
}

/** News that reached one partner alone was put into the run on purpose, to see what becomes of it. */
const isNews = ({ id }: Secret): boolean => id.includes('-event-');
