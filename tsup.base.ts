import { readFileSync } from 'node:fs';
import type { Options } from 'tsup';

interface Manifest {
  readonly exports?: Readonly<Record<string, string | { readonly '@entente/source'?: string; readonly default?: string }>>;
  readonly bin?: Readonly<Record<string, string>>;
}

/**
 * The build every package shares: one JavaScript bundle for each entry of the manifest's `exports` (and `src/main.ts` where there is
 * a `bin`). Declarations come from `tsc -b`: tsup's own do not work under TypeScript 6.
 */
export function packageBuild(): Options {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  const entry: Record<string, string> = {};
  for (const target of Object.values(manifest.exports ?? {})) {
    if (typeof target === 'string' || target['@entente/source'] === undefined || target.default === undefined) continue;
    entry[target.default.replace(/^\.\/dist\//, '').replace(/\.js$/, '')] = target['@entente/source'];
  }
  if (manifest.bin !== undefined) entry['main'] = './src/main.ts';
  return {
    entry,
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    silent: true,
    // Chunk names carry a hash, so old ones have to go; what `tsc -b` wrote into the same folder stays.
    clean: ['!**/*.d.ts', '!**/*.d.ts.map', '!**/*.tsbuildinfo'],
  };
}
