import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Program of a Chromium: the one that the variable `CHROMIUM` names, or the system's; undefined where there is none. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  return named === undefined || named === '' ? PLACES.find((place) => existsSync(place)) : named;
}

/** Starts a Chromium without a window. */
export async function startChromium(program: string): Promise<Browser> {
  return chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
}
