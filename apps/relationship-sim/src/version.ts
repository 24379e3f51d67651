import { createRequire } from 'node:module';

// The package asks for its own manifest by name, which works from src and from dist, packed or not.
const manifest = createRequire(import.meta.url)('@entente/relationship-sim/package.json') as { readonly version: string };

/** The package's version, as run headers keep it. */
export const VERSION = manifest.version;
