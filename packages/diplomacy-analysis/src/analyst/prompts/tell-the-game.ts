import { onOneParagraph } from '@entente/diplomacy-game/state';
import { POWERS } from '@entente/diplomacy-rules';
import { definePrompt } from '@entente/llm-clients';
import { type AnalysisState, topMoments } from '../../analysis/analysis-state.js';
import { centersSoFar } from '../../games/centers-by-year.js';
import type { GameMaterial } from '../../analysis/material/game-material.js';
import { countPromises } from '../../analysis/promises/count-promises.js';
import { ANALYST_SECTIONS, analystTitle } from './analyst-sections.js';

const RULES = `You tell people who did not watch it how a game of Diplomacy between seven powers went. You are given who led when, what the game will be remembered for and how promises fared; all of it has been checked. Name powers and years, keep to what is given, and praise nobody.`;

const TASK = `${analystTitle('tell-the-game')}
One or two paragraphs of plain prose, under 220 words together, no heading and no list: how it began, where it turned, who trusted whom and what became of it, and how it stands at the end.`;

const MOMENTS_TOLD = 12;

/** Asks for the whole game in a paragraph or two, from the judgements of its phases. */
export const tellTheGamePrompt = definePrompt<{ readonly game: GameMaterial; readonly analysis: AnalysisState }>({
  name: 'tell-the-game',
  version: '1',
  render: ({ game, analysis }) => [
    { role: 'system', parts: [{ kind: 'stable', text: RULES }] },
    {
      role: 'user',
      parts: [
        { kind: 'history', text: [standing(game), remembered(analysis), promised(analysis)].join('\n\n') },
        { kind: 'tail', text: TASK },
      ],
    },
  ],
});

/** Section with centres by year, `1901: AUSTRIA 5, ENGLAND 4, ...`, and the models. */
function standing({ state }: GameMaterial): string {
  const seats = POWERS.map((power) => `${power} ${state.seats?.[power].model ?? 'unknown'}`).join(', ');
  const years = centersSoFar(state).map(
    ({ year, centers }) => `${year}: ${POWERS.map((power) => `${power} ${centers[power]}`).join(', ')}`,
  );
  const { result } = state.position;
  const end =
    result === undefined
      ? 'Nobody has won.'
      : result.kind === 'solo'
        ? `${result.winner} won alone.`
        : `A draw of ${result.powers.join(', ')}.`;
  return [ANALYST_SECTIONS.players, seats, '', ANALYST_SECTIONS.centers, ...years, end].join('\n');
}

function remembered({ judged }: AnalysisState): string {
  const lines = topMoments(judged, MOMENTS_TOLD)
    .toSorted((a, b) => judged.findIndex(({ phase }) => phase === a.phase) - judged.findIndex(({ phase }) => phase === b.phase))
    .map(
      ({ phase, category, powers, action, impact }) =>
        `${phase}, ${category} (${powers.join(', ')}): ${onOneParagraph(action)} ${onOneParagraph(impact)}`,
    );
  return [ANALYST_SECTIONS.moments, ...(lines.length > 0 ? lines : ['Nothing stood out.'])].join('\n');
}

function promised({ judged }: AnalysisState): string {
  const promises = judged.flatMap((phase) => phase.promises);
  const lines = POWERS.map((power) => {
    const { made, kept, broken, deliberate } = countPromises(promises.filter(({ promiser }) => promiser === power));
    return `${power}: ${made} made, ${kept} kept, ${broken} broken, ${deliberate} of them on purpose by its own diary`;
  });
  return [ANALYST_SECTIONS.trust, ...lines].join('\n');
}
