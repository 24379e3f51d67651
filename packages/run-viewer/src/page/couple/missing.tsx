import type { ReplyMissing } from '@entente/relationship';
import { missingInWords, reasonInWords } from './story/missing-in-words';
import { useTelling } from './telling';

/** Tells that an answer is missing, and why. */
export function Missing({ missing }: { readonly missing: readonly ReplyMissing[] }) {
  const { names } = useTelling();
  return (
    <>
      {missing.map((fact, at) => (
        <p key={at} class="missing">
          <strong>Missing.</strong> {missingInWords(fact, fact.partner === undefined ? 'them' : names[fact.partner])}{' '}
          <span title={fact.detail}>({reasonInWords(fact.reason)})</span>
        </p>
      ))}
    </>
  );
}
