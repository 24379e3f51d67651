import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { complainAboutNode, oldestNode } from './node-version.mjs';

describe('complainAboutNode', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('has nothing against Node %s', (version) => {
    expect(complainAboutNode(version)).toBeUndefined();
  });

  it.each(['18.20.8', '20.18.3'])('says in one line what to do with Node %s', (version) => {
    expect(complainAboutNode(version)).toMatch(
      new RegExp(`^Entente needs Node 20.19 or newer, and this is Node ${version}\\..*nodejs.org.*$`),
    );
  });

  it('asks for what package.json asks for', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      engines: { node: string };
    };

    expect(`${manifest.engines.node}.0`).toBe(`>=${oldestNode}`);
  });
});
