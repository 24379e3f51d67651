import { writeFileSync } from 'node:fs';
import { packageBuild } from '../../tsup.base.js';

const build: ReturnType<typeof packageBuild> = {
  ...packageBuild(),
  /** Keeps the shipped material as JSON beside the bundles: reading its YAML takes half a second. */
  async onSuccess() {
    const built = './dist/node.js';
    const { shippedLibrary } = (await import(new URL(built, import.meta.url).href)) as { shippedLibrary: () => unknown };
    writeFileSync('dist/material.json', JSON.stringify(shippedLibrary()));
  },
};

export default build;
