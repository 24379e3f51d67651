import { ProviderError } from '../../errors/provider-errors.js';

/** The provider error that a call ends in. @throws Error where it ends otherwise */
export async function failureOf(reply: Promise<unknown>): Promise<ProviderError> {
  const outcome: unknown = await reply.catch((error: unknown) => error);
  if (ProviderError.isInstance(outcome)) return outcome;
  throw new Error('A provider error was expected', { cause: outcome });
}
