/** @type {import('knip').KnipConfig} */
export default {
  ignoreExportsUsedInFile: true,
  // A contract suite imports vitest only where a consumer's tests import the suite.
  rules: { optionalPeerDependencies: 'off' },
  // Commands by which tests fill a disk and put a pipe in the place of a file.
  ignoreBinaries: ['mkfifo', 'mount', 'umount'],
  workspaces: {
    // Named by a script of tools/workspace, which runs in the root.
    '.': { entry: ['eslint.everything.config.js'] },
    // Programs that tests start as processes of their own.
    'packages/*': {},
    'packages/simulation-core': { entry: ['test/*-child.ts'] },
    'packages/diplomacy-rules': { entry: ['corpus/*.corpus.ts', 'drawing-generator/main.ts'] },
    'apps/*': {},
    'apps/lm-game': { entry: ['test/*-child.ts'] },
    'tools/workspace': { entry: ['fixtures/*.ts'] },
    'tools/mutate': { entry: ['fixtures/**/*.ts', 'try-mutant.mjs'] },
    // Their packages are installed in those folders alone.
    'tools/real-server': { ignore: ['engine/**'] },
    'tools/simulated-provider': { ignore: ['clients/**'] },
    'tools/*': {},
    examples: { entry: ['[0-9]*.ts'] },
  },
};
