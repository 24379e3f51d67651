import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { findChromium, startChromium } from '@entente/viewer-check/browser';
import { view } from '@entente/viewer-check/command-line';
import type { BrowserContext, Page } from 'playwright-core';
import { madeJournals } from './made-journals.js';

/** A figure of the page beside its bound. */
interface Figure {
  readonly name: string;
  readonly value: number;
  readonly bound: number;
  readonly unit: string;
}

const PAGE = fileURLToPath(new URL('../../../packages/run-viewer/dist/page/', import.meta.url));
const PLAYED_MS = 8000;

/** Measures the page in Chromium: first views of many runs and of long games, long tasks during playback, scripts at first load. */
export async function measureViewer(say: (text: string) => void): Promise<void> {
  const program = findChromium();
  if (program === undefined) throw new Error('There is no Chromium here: apt-get install chromium, or name one in CHROMIUM.');
  const { manyRuns, games, sizes } = await madeJournals(say);
  const browser = await startChromium(program);
  try {
    const figures: Figure[] = [{ name: 'scripts at first load, gzipped', value: firstLoad() / 1000, bound: 250, unit: 'kB' }];
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    figures.push(
      ...(await seconds(manyRuns, context, [{ name: '10,000 runs', hash: '#/', bound: 1, shown: '.lines tbody th a' }])),
    );
    const views = sizes.map(({ runId, bytes }) => ({
      name: `game of ${Math.round(bytes / 1_000_000)} MB`,
      hash: `#/run/${runId}`,
      bound: bytes > 60_000_000 ? 2 : 1,
      shown: 'svg.board, .board svg',
    }));
    figures.push(...(await seconds(games, context, views, longestTask)));
    say('');
    for (const { name, value, bound, unit } of figures)
      say(
        `${name.padEnd(44)} ${value.toFixed(value < 10 ? 2 : 0).padStart(7)} ${unit.padEnd(3)} at most ${bound} ${value <= bound ? '' : '  MISSED'}`,
      );
  } finally {
    await browser.close();
  }
}

interface View {
  readonly name: string;
  readonly hash: string;
  /** In seconds. */
  readonly bound: number;
  /** Selector of what the first view consists of. */
  readonly shown: string;
}

/** Opens each view twice in a page of its own, from a server that has just begun: the first opening counts. */
async function seconds(
  folder: string,
  context: BrowserContext,
  views: readonly View[],
  further?: (page: Page, view: View) => Promise<readonly Figure[]>,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const each of views) {
    const served = await view('lm-game', folder, '.');
    try {
      const address = served.url.replace(/#.*/, '');
      const door = await context.newPage();
      await door.goto(`${address}?door`); // the browser's own start is no part of a view
      await door.goto(served.url);
      await door.waitForFunction(`!location.hash.includes('token')`);
      await door.close();
      for (const time of ['first', 'again'] as const) {
        const page = await context.newPage();
        const start = performance.now();
        await page.goto(`${address}${each.hash}`);
        await page.locator(each.shown).first().waitFor();
        const took = (performance.now() - start) / 1000;
        figures.push({ name: `${each.name}, ${time}`, value: took, bound: each.bound, unit: 's' });
        if (time === 'again') figures.push(...((await further?.(page, each)) ?? []));
        await page.close();
      }
    } finally {
      await served.stop();
    }
  }
  return figures;
}

/** The longest task while the game plays back at its fastest. */
async function longestTask(page: Page, { name }: View): Promise<readonly Figure[]> {
  await page.evaluate(
    `window.longest = 0; new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration); }).observe({ type: 'longtask' })`,
  );
  await page.keyboard.press('Home');
  await page.keyboard.press('9');
  await page.keyboard.press('Space');
  await page.waitForTimeout(PLAYED_MS);
  const longest = await page.evaluate<number>('window.longest');
  return [{ name: `${name}, longest task of playback`, value: longest, bound: 50, unit: 'ms' }];
}

/** Bytes of the scripts that the page's first view loads, gzipped: those that its document names, and what they import at once. */
function firstLoad(): number {
  const html = readFileSync(join(PAGE, 'index.html'), 'utf8');
  const wanted = [...html.matchAll(/assets\/[\w.-]+\.js/g)].map(([name]) => name);
  const seen = new Set<string>();
  while (wanted.length > 0) {
    const name = wanted.pop() ?? '';
    if (seen.has(name)) continue;
    seen.add(name);
    const text = readFileSync(join(PAGE, name), 'utf8');
    for (const [, file = ''] of text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) wanted.push(`assets/${file}`);
  }
  const known = readdirSync(join(PAGE, 'assets')).filter(
    (name) => seen.has(`assets/${name}`) && statSync(join(PAGE, 'assets', name)).isFile(),
  );
  return known.reduce((sum, name) => sum + gzipSync(readFileSync(join(PAGE, 'assets', name))).length, 0);
}
