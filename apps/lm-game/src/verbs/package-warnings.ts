import type { GameRecord } from '@entente/diplomacy-analysis';
import { formatRulebook, packageObjections, type SavedGame } from '@entente/diplomacy-rules';
import { countOf } from '@entente/studies/tables';

const MOST_SHOWN = 10;

/**
 * Warnings for an exported game that goes to the Python package: its rulebook, if it is not the package's own, and the phases that the
 * package's check would refuse, with reasons. Empty where there are none.
 */
export function packageWarnings(saved: SavedGame, { state, spec }: Pick<GameRecord, 'state' | 'spec'>): readonly string[] {
  const rulebook = state.settings?.rulebook ?? spec.settings.rulebook;
  const objections = packageObjections(saved);
  const played = rulebook === 'python-compatible' ? '' : `played by the rulebook ${formatRulebook(rulebook)}; `;
  if (objections.length === 0)
    return played === '' ? [] : [`${saved.id}: ${played}the Python package would judge every phase alike and take the game.`];
  const phases = countOf(new Set(objections.map(({ phase }) => phase)).size, 'phase');
  return [
    `${saved.id}: ${played}the check of the Python package would refuse the game because of ${phases}:`,
    ...objections.slice(0, MOST_SHOWN).map(({ phase, message }) => `  ${phase}: ${message}`),
    ...(objections.length > MOST_SHOWN ? [`  and ${objections.length - MOST_SHOWN} more; lm-game verify lists them.`] : []),
  ];
}
