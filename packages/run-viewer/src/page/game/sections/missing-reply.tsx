import type { ReplyMissing } from '@entente/diplomacy-game/state';
import { powerInWords } from '../story/phase-words';

/** A line on a question to which a model gave no usable answer. */
export function MissingReply({ missing: { type, power, reason, detail } }: { readonly missing: ReplyMissing }) {
  return (
    <p class="gap">
      {power === undefined ? 'The narrator' : powerInWords(power)} gave {ASKED[type]}: {REASONS[reason]}.
      {detail === '' ? '' : ` ${detail}`}
    </p>
  );
}

const ASKED: Readonly<Record<ReplyMissing['type'], string>> = {
  'initialization-missing': 'no goals',
  'messages-missing': 'no messages',
  'plan-missing': 'no plan',
  'diary-missing': 'no diary entry',
  'update-missing': 'no change of goals and relationships',
  'consolidation-missing': 'no shorter diary',
  'summary-missing': 'no summary',
};

const REASONS: Readonly<Record<ReplyMissing['reason'], string>> = {
  refusal: 'the model refused',
  'length-cut': 'its reply was cut off',
  unparsable: 'its reply could not be read',
};
