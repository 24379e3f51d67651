import { describe, expect, it } from 'vitest';
import { missingPackages } from './install-what-is-missing.mjs';

const wanted = {
  '': {},
  'packages/a': { version: '0.1.0' },
  'node_modules/@entente/a': { resolved: 'packages/a', link: true },
  'node_modules/zod': { version: '4.0.0' },
  'node_modules/nx/node_modules/zod': { version: '3.0.0' },
  'node_modules/nx-windows': { version: '1.0.0', optional: true },
};

describe('missingPackages', () => {
  it('finds nothing where all is installed, whatever other platforms would need', () => {
    const installed = { ...wanted, 'node_modules/nx-windows': undefined };

    expect(missingPackages(wanted, JSON.parse(JSON.stringify(installed)) as typeof wanted)).toEqual([]);
  });

  it('finds everything where nothing is installed, each name once', () => {
    expect(missingPackages(wanted, {})).toEqual(['@entente/a', 'zod']);
  });

  it('finds a package of another version, however deep', () => {
    expect(missingPackages(wanted, { ...wanted, 'node_modules/nx/node_modules/zod': { version: '3.0.1' } })).toEqual(['zod']);
  });

  it('finds a package of the workspace that is new', () => {
    const { 'node_modules/@entente/a': _link, ...installed } = wanted;

    expect(missingPackages(wanted, installed)).toEqual(['@entente/a']);
  });
});
