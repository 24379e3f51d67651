import { rm } from 'node:fs/promises';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, startChromium } from '../src/browser.js';
import { type ServedPage, start, view } from '../src/command-line.js';
import { HOSTILE, type MadeRuns, makeRuns } from '../src/make-runs.js';

const program = findChromium();
const isRequired = process.env['BROWSER_REQUIRED'] === '1';
if (program === undefined && !isRequired)
  console.log('There is no Chromium here, so the page is not tried: apt-get install chromium, or name one in CHROMIUM.');

describe.skipIf(program === undefined && !isRequired)('the page of runs', () => {
  let made: MadeRuns | undefined;
  let served: ServedPage | undefined;
  let browser: Browser | undefined;
  let runs: MadeRuns;
  let url: string;
  let context: BrowserContext;
  let page: Page;
  const faults: string[] = [];

  /** Goes to a place on the page and waits for what it shows. */
  const goTo = async (place: string, shown: string): Promise<void> => {
    await page.evaluate(`location.hash = ${JSON.stringify(place)}`);
    await page.getByText(shown).first().waitFor();
  };

  /** Faults that axe finds in what is shown, those that are serious or worse. */
  const seriousFaults = async (): Promise<readonly string[]> => {
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResults>('axe.run()');
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  };

  beforeAll(async () => {
    if (program === undefined) throw new Error('There is no Chromium here: apt-get install chromium, or name one in CHROMIUM.');
    runs = made = await makeRuns();
    served = await view('relationship-sim', made.folder, made.runsDir);
    url = served.url;
    browser = await startChromium(program);
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(url);
  });

  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    if (made !== undefined) await rm(made.folder, { recursive: true, force: true });
  });

  it('opens by its link and keeps the token out of the address', async () => {
    await page.getByRole('link', { name: 'Maya & Jonas' }).first().waitFor();
    expect(page.url()).not.toContain('token');
    expect(await context.cookies()).toEqual([expect.objectContaining({ httpOnly: true, sameSite: 'Strict' })]);
    expect(await page.evaluate('document.cookie')).toBe('');
  });

  it('lists runs of both kinds, and filters and groups them', async () => {
    const rows = page.locator('.lines tbody tr:not(.spacer)');
    const all = await rows.count();
    expect(all).toBeGreaterThan(5);
    await page.getByLabel('Filter by words').fill('maya');
    await expect.poll(() => rows.count()).toBe(2);
    expect(page.url()).toContain('words=maya');
    await page.getByLabel('Filter by words').fill('');
    await page.getByLabel('group by').selectOption('study');
    await page.locator('tr.group').first().waitFor();
    await page.getByLabel('group by').selectOption('none');
    await expect.poll(() => rows.count()).toBe(all);
  });

  it('takes what models say for text', async () => {
    await goTo(`#/run/${encodeURIComponent(runs.fork)}?scene=2`, HOSTILE);
    expect(await page.evaluate(`'harmed' in window`)).toBe(false);
    await goTo(`#/search?q=${encodeURIComponent('onerror')}`, 'places in');
    await page.locator('.search mark').first().waitFor();
    expect(await page.evaluate(`'harmed' in window`)).toBe(false);
  });

  it('tells a couple as a play, and shows the call behind a line', async () => {
    await goTo(`#/run/${encodeURIComponent(runs.couple)}`, 'Scene 1');
    await page.getByLabel('thoughts', { exact: true }).check();
    await page.getByLabel('calls', { exact: true }).check();
    await page.locator('.calls-behind a').first().click();
    await page.getByRole('heading', { name: 'Prompt as sent' }).waitFor();
    await page.getByRole('button', { name: 'Copy prompt' }).waitFor();
  });

  it('shows all calls of a run with the longest chain', async () => {
    await goTo(`#/run/${encodeURIComponent(runs.couple)}/calls`, 'longest chain');
    await page.getByText('calls in that chain').waitFor();
    const shown = async (): Promise<string> => (await page.locator('.calls [role=status]').textContent()) ?? '';
    const before = await shown();
    await page.getByLabel('longest chain only').check();
    await expect.poll(shown).not.toBe(before);
  });

  it('plays through a game by the keyboard', async () => {
    await goTo(`#/run/${encodeURIComponent(runs.game)}`, 'Spring 1901');
    await page.keyboard.press('ArrowRight');
    await page.getByText('Fall 1901').first().waitFor();
    await page.keyboard.press('End');
    await page.getByText('1902').first().waitFor();
    await page.keyboard.press('Home');
    await page.getByText('Spring 1901').first().waitFor();
  });

  it('sets a run and its fork side by side, from the first difference', async () => {
    await goTo(`#/compare/${encodeURIComponent(runs.couple)}/${encodeURIComponent(runs.fork)}`, 'first difference');
    await page.getByText(HOSTILE).first().waitFor();
  });

  it('follows a run that goes on', async () => {
    const playing = start('relationship-sim', runs.folder, [
      ...['run', 'lena-marcus', '--scenes', '3', '--latency', 'fixed:60ms', '--runs-dir', runs.runsDir, '-q'],
    ]);
    try {
      await goTo('#/', 'Lena & Marcus');
      await page.getByRole('link', { name: 'Lena & Marcus' }).click();
      await page.getByText('Scene 1').first().waitFor();
      await page.getByText('Scene 3').first().waitFor();
    } finally {
      playing.kill();
    }
  });

  it.each(['#/', 'run', 'calls', 'game', 'compare', '#/search?q=love'])(
    'has no serious fault that axe finds: %s',
    async (place) => {
      const places: Readonly<Record<string, readonly [place: string, shown: string]>> = {
        run: [`#/run/${encodeURIComponent(runs.couple)}`, 'Scene 1'],
        calls: [`#/run/${encodeURIComponent(runs.couple)}/calls`, 'longest chain'],
        game: [`#/run/${encodeURIComponent(runs.game)}`, 'Spring 1901'],
        compare: [`#/compare/${encodeURIComponent(runs.couple)}/${encodeURIComponent(runs.fork)}`, 'first difference'],
      };
      const [hash, shown] = places[place] ?? [place, place === '#/' ? 'Maya & Jonas' : 'searched.'];
      await goTo(hash, shown);
      expect(await seriousFaults()).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      try {
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      } finally {
        await page.setViewportSize({ width: 1280, height: 900 });
      }
    },
  );

  it('shows nothing to anybody without the link', async () => {
    const other = await browser!.newContext();
    try {
      const stranger = await other.newPage();
      await stranger.goto(url.replace(/#.*/, ''));
      await stranger.getByRole('alert').waitFor();
      expect(await stranger.getByText('Maya').count()).toBe(0);
      await stranger.goto(`${url.replace(/#.*/, '')}#token=wrong`);
      await stranger.reload();
      await stranger.getByRole('alert').waitFor();
    } finally {
      await other.close();
    }
  });

  it('has had no fault of its own', () => {
    expect(faults).toEqual([]);
  });
});
