import { POWERS } from '@entente/diplomacy-rules';
import { beforeAll, describe, expect, it } from 'vitest';
import { playPressGame } from '../../../test/press-game.js';
import { gameTables } from '../game-tables.js';
import { nameOfPower } from '../games/reported-game.js';
import { centersCurves } from '../tables/centers-table.js';
import { centersChart } from './centers-chart.js';
import { element, escapeText } from './markup.js';
import { reportPage } from './report-page.js';

let game: Awaited<ReturnType<typeof playPressGame>>;
beforeAll(async () => {
  game = await playPressGame();
});

describe('markup', () => {
  it('escapes what would be markup, in attributes too, and leaves out what neither format can hold', () => {
    expect(element('text', { title: '"<&>"' }, escapeText('<b>\u0000'))).toBe(
      '<text title="&quot;&lt;&amp;&gt;&quot;">&lt;b&gt;</text>',
    );
  });
});

describe('the chart of centres', () => {
  it('names every power and its number at the end of its line', () => {
    const svg = centersChart(centersCurves([game]), { title: 'Centres' });
    for (const power of POWERS) {
      const { length } = game.state.position.centers[power];
      expect(svg).toContain(`>${nameOfPower(power)} ${length}</text>`);
      expect(svg.match(new RegExp(`data-power="${power}"`, 'g'))).toHaveLength(2);
    }
    expect(svg).not.toContain('NaN');
  });

  it('draws the line of a solo only once somebody comes near it', () => {
    const curves = centersCurves([game]);
    expect(centersChart(curves, { title: 'x' })).not.toContain('the game is won');
    const strong = curves.map((curve) => ({ ...curve, years: curve.years.map((year) => ({ ...year, centers: 15 })) }));
    expect(centersChart(strong, { title: 'x' })).toContain('the game is won');
  });

  it('is a picture also of a game in which nothing was played, and of no game at all', () => {
    const nothing = { ...game.state, history: [] };
    expect(centersChart(centersCurves([{ ...game, state: nothing }]), { title: 'x' })).not.toContain('NaN');
    expect(centersChart([], { title: 'x' })).not.toContain('NaN');
  });
});

describe('the page', () => {
  it('stands alone, says what played, and has every table and the board', () => {
    const tables = gameTables([game]);
    const html = reportPage({ title: 'A <game>', games: [game], tables, labels: ['Played by the offline model.'] });
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain('<h1>A &lt;game&gt;</h1><p class="label">Played by the offline model.</p>');
    for (const { title } of tables) expect(html).toContain(`<h2>${title}</h2>`);
    expect(html).toContain('data-province="PAR"');
    expect(html).not.toMatch(/<script|<link|src=|href=|@import|url\(/);
  });

  it('shows what is missing as a dash and never as 0', () => {
    const state = { ...game.state, ended: null };
    const html = reportPage({
      title: 'x',
      games: [{ ...game, state }],
      tables: gameTables([{ ...game, state }]).slice(0, 1),
      labels: [],
    });
    expect(html).toMatch(/<td>playing<\/td><td class="right"><\/td><td class="right">–<\/td>/);
  });

  it('shows some boards of many games and says how many it leaves out', () => {
    const games = Array.from({ length: 8 }, (_, at) => ({ ...game, runId: `game-${at}` }));
    const html = reportPage({ title: 'x', games, tables: [], labels: [] });
    expect(html.match(/Spring 1903, movement<\/title>/g)).toHaveLength(6);
    expect(html).toContain('2 more boards left out.');
  });
});
