/** @type {import('knip').KnipConfig} */
export default {
  ignoreExportsUsedInFile: true,
  workspaces: {
    '.': {},
    'packages/*': {},
    'apps/*': {},
    'tools/*': {},
    examples: { entry: ['[0-9]*.ts'] },
  },
};
