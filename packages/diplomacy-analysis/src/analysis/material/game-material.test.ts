import { expect, it } from 'vitest';
import { playScript } from '../../testing/scripted-game.js';
import { centersSoFar } from '../../games/centers-by-year.js';
import { firstPhases, readGameMaterial } from './game-material.js';

const played = async (): ReturnType<typeof readGameMaterial> =>
  readGameMaterial(
    'game',
    await playScript(
      {
        S1901M: {
          FRANCE: { says: { ENGLAND: 'Good luck.' }, orders: ['A MAR - SPA', 'A PAR - BUR'], diary: 'Off to Spain.' },
          GERMANY: { orders: ['A MUN - BUR'] },
        },
        W1901A: { FRANCE: { orders: ['A MAR B'] } },
      },
      { endAtPhase: 'W1901A' },
    ),
  );

it('has the press, the orders with reasons, the aftermath and the diaries of every movement phase', async () => {
  const { phases } = await played();
  expect(phases.map(({ phase }) => phase)).toEqual(['S1901M', 'F1901M']);
  const [spring, fall] = phases;
  expect(spring?.press).toMatchObject([{ sender: 'FRANCE', recipient: 'ENGLAND', text: 'Good luck.' }]);
  const burgundy = spring?.orders.find(({ text }) => text.startsWith('A PAR'));
  expect(burgundy).toMatchObject({ power: 'FRANCE', text: 'A PAR - BUR (bounce)' });
  expect(burgundy?.explanation).toContain("Germany's Army Munich");
  expect(spring?.diaries.filter(({ power }) => power === 'FRANCE')).toEqual([
    { power: 'FRANCE', phase: 'S1901M', kind: 'negotiation', text: 'Off to Spain.' },
    // Written while the next phase was played.
    { power: 'FRANCE', phase: 'S1901M', kind: 'phase-result', text: 'So ended S1901M.' },
  ]);
  expect(fall?.aftermath).toContain('W1901A FRANCE: A MAR B');
});

it('can be cut off after its first phases', async () => {
  const game = await played();
  expect(centersSoFar(game.state)).toMatchObject([{ year: 1901, centers: { FRANCE: 4 } }]);
  const begun = firstPhases(game, 1);
  expect(begun.phases.map(({ phase }) => phase)).toEqual(['S1901M']);
  expect(centersSoFar(begun.state)).toMatchObject([{ year: 1901, centers: { FRANCE: 3 } }]);
  expect(firstPhases(game, 7)).toEqual(game);
});
