import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { runNx } from '../run-nx.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });

async function isAllowed(file: string, imported: string): Promise<boolean> {
  const [result] = await eslint.lintText(`import '${imported}';\n`, { filePath: file });
  const messages = (result?.messages ?? []).filter(({ ruleId }) => ruleId === '@nx/enforce-module-boundaries');
  return messages.length === 0;
}

// The rule reads the graph that Nx keeps from its last call, and is silent where there is none.
beforeAll(async () => {
  await runNx(['show', 'projects'], { root, quiet: true });
});

describe('a package', () => {
  it.each([
    ['packages/simulation-core/src/index.ts', '@entente/llm-clients'],
    ['packages/relationship/src/index.ts', '@entente/simulation-core'],
    ['packages/scene-master/src/index.ts', '@entente/simulation-core'],
    ['packages/scene-master/src/index.ts', '@entente/relationship'],
    ['packages/relationship/src/index.ts', '@entente/studies/settings'],
    ['packages/diplomacy-analysis/src/index.ts', '@entente/diplomacy-game'],
    ['packages/diplomacy-analysis/src/index.ts', '@entente/studies/tables'],
    ['packages/run-console/src/index.ts', '@entente/simulation-core'],
    ['apps/relationship-sim/src/index.ts', '@entente/run-console'],
    ['examples/01-imagined.ts', '@entente/relationship-agent'],
  ])('%s may import %s, which is below it', async (file, imported) => {
    expect(await isAllowed(file, imported)).toBe(true);
  });

  it.each([
    ['packages/llm-clients/src/index.ts', '@entente/simulation-core'],
    ['packages/simulation-core/src/index.ts', '@entente/scene-master'],
    ['packages/simulation-core/src/index.ts', '@entente/relationship'],
    ['packages/relationship/src/index.ts', '@entente/relationship-agent'],
    ['packages/scene-master/src/index.ts', '@entente/relationship-agent'],
    ['packages/diplomacy-game/src/index.ts', '@entente/diplomacy-analysis'],
    ['packages/diplomacy-analysis/src/index.ts', '@entente/run-console'],
    ['packages/diplomacy-analysis/src/index.ts', '@entente/relationship'],
    ['packages/run-console/src/index.ts', '@entente/scene-master'],
    ['packages/run-console/src/index.ts', '@entente/relationship-sim'],
    ['apps/relationship-sim/src/index.ts', '../../../packages/run-console/src/index.js'],
  ])('%s may not import %s, which is beside or above it, or reached past its name', async (file, imported) => {
    expect(await isAllowed(file, imported)).toBe(false);
  });
});
