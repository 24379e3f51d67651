/** @type {import('knip').KnipConfig} */
export default {
  ignoreExportsUsedInFile: true,
  treatConfigHintsAsErrors: false,
  workspaces: {
    '.': { entry: [] },
    'packages/*': {},
    'apps/*': {},
    'tools/workspace': { entry: ['start.mjs', 'test.mjs', 'build.mjs', 'run-example.mjs', 'lint/*.mjs'] },
    'tools/check-packages': { entry: ['main.mjs'] },
    'tools/*': {},
    examples: { entry: ['[0-9]*.ts'] },
  },
};
