/** @type {import('knip').KnipConfig} */
export default {
  ignoreExportsUsedInFile: true,
  // A contract suite imports vitest only where a consumer's tests import the suite.
  rules: { optionalPeerDependencies: 'off' },
  // What the torture tests ask of the operating system, to fill a disk.
  ignoreBinaries: ['mount', 'umount'],
  workspaces: {
    '.': {},
    // Programs that tests start as processes of their own.
    'packages/*': { entry: ['test/*-child.ts'] },
    'packages/diplomacy-rules': { entry: ['corpus/*.corpus.ts', 'drawing-generator/main.ts'] },
    'apps/*': { entry: ['test/*-child.ts'] },
    'tools/workspace': { entry: ['fixtures/*.ts'] },
    // Their packages are installed in those folders alone.
    'tools/real-server': { ignore: ['engine/**'] },
    'tools/simulated-provider': { ignore: ['clients/**'] },
    'tools/*': {},
    examples: { entry: ['[0-9]*.ts'] },
  },
};
