import { POWERS } from '@entente/diplomacy-rules';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { nameOfPower } from '../games/reported-game.js';
import { centersCurves } from '../tables/centers-table.js';
import { gameTables } from '../tables/game-tables.js';
import { playPressGame } from '../testing/press-game.js';
import { centersChart } from './centers-chart.js';
import { element, escapeText } from './markup.js';
import { reportPage } from './report-page.js';

let game: Awaited<ReturnType<typeof playPressGame>>;
beforeAll(async () => {
  game = await playPressGame();
});

describe('markup', () => {
  it('escapes markup, in attributes too, and leaves out characters that neither format can hold', () => {
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
      expect(svg).toContain(`data-power="${power}"`);
    }
    expect(svg).not.toContain('NaN');
  });

  it('draws every line at its numbers, so that a greater mean never looks smaller', () => {
    const centers = fc.oneof(fc.integer({ min: 0, max: 18 }), fc.double({ min: 0, max: 18, noNaN: true }));
    const means = fc.array(fc.array(centers, { minLength: 3, maxLength: 3 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(means, (values) => {
        const curves = POWERS.map((power, index) => ({
          power,
          years: values[index]!.map((mean, at) => ({ year: 1900 + at, centers: mean, games: 3 })),
        }));
        const svg = centersChart(curves, { title: 'x' });
        const drawn = POWERS.map((power) => {
          const stretches = [
            ...svg.matchAll(new RegExp(`d="M([\\d.]+) ([\\d.]+)L([\\d.]+) ([\\d.]+)"[^>]*data-power="${power}"`, 'g')),
          ];
          const byPlace = stretches.flatMap(([, x1, y1, x2, y2]) => [
            [Number(x1), Number(y1)] as const,
            [Number(x2), Number(y2)] as const,
          ]);
          return [...new Map(byPlace)].sort(([one], [other]) => one - other).map(([, y]) => y);
        });
        // No centre is at the bottom edge; the first point gives the height of a centre in pixels.
        const scale = (mean: number): number => zero - mean * ((zero - drawn[0]![0]!) / values[0]![0]! || 0);
        const zero = 520 - 44;
        for (const [index, own] of drawn.entries()) {
          expect(own).toHaveLength(3);
          if (values[0]![0]! > 1) own.forEach((y, at) => expect(Math.abs(y - scale(values[index]![at]!))).toBeLessThan(0.2));
          for (const [other, others] of drawn.entries())
            own.forEach((y, at) => {
              if (values[index]![at]! > values[other]![at]! + 0.001) expect(y).toBeLessThan(others[at]!);
            });
        }
      }),
      { numRuns: 50 },
    );
  });

  it('lets the colours of powers with the same numbers take turns', () => {
    const years = [1900, 1901].map((year) => ({ year, centers: 3, games: 1 }));
    const svg = centersChart(
      POWERS.map((power) => ({ power, years })),
      { title: 'x' },
    );
    const offsets = [...svg.matchAll(/stroke-dashoffset="([-\d.]+)"/g)].map(([, offset]) => Number(offset));
    expect(new Set(offsets).size).toBe(POWERS.length);
  });

  it('draws the line of a solo only once somebody comes near it', () => {
    const curves = centersCurves([game]);
    expect(centersChart(curves, { title: 'x' })).not.toContain('the game is won');
    const strong = curves.map((curve) => ({ ...curve, years: curve.years.map((year) => ({ ...year, centers: 15 })) }));
    expect(centersChart(strong, { title: 'x' })).toContain('the game is won');
  });

  it('draws a game in which nothing was played, and no game at all', () => {
    const nothing = { ...game.state, history: [] };
    expect(centersChart(centersCurves([{ ...game, state: nothing }]), { title: 'x' })).not.toContain('NaN');
    expect(centersChart([], { title: 'x' })).not.toContain('NaN');
  });
});

describe('the page', () => {
  it('needs no other file, names the models, and has every table and the board', () => {
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

  it('shows some boards of many games, and the number of those left out', () => {
    const games = Array.from({ length: 8 }, (_, at) => ({ ...game, runId: `game-${at}` }));
    const html = reportPage({ title: 'x', games, tables: [], labels: [] });
    expect(html.match(/Spring 1903, movement<\/title>/g)).toHaveLength(6);
    expect(html).toContain('2 more boards left out.');
  });
});
