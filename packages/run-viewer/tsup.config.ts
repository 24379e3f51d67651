import { packageBuild } from '../../tsup.base.js';

const { clean, ...others } = packageBuild();

/** Beside the bundle lies the page, which `vite build` makes. */
const build: ReturnType<typeof packageBuild> = { ...others, clean: [...(Array.isArray(clean) ? clean : []), '!page/**'] };

export default build;
