/** @param {string} sourceTag @param {readonly string[]} onlyDependOnLibsWithTags */
const mayImport = (sourceTag, ...onlyDependOnLibsWithTags) => ({ sourceTag, onlyDependOnLibsWithTags });

/** Allowed imports between packages, as the constraints of `@nx/enforce-module-boundaries`; the tags stand in each package.json under `nx`. */
export const importDirections = [
  mayImport('layer:base'),
  mayImport('layer:core', 'layer:base'),
  mayImport('layer:ground', 'layer:base', 'layer:core'),
  mayImport('layer:domain', 'layer:base', 'layer:core', 'layer:ground'),
  mayImport('layer:shell', 'layer:base', 'layer:core', 'layer:ground', 'layer:domain'),
  mayImport('layer:app', 'layer:base', 'layer:core', 'layer:ground', 'layer:domain', 'layer:shell'),
  mayImport('layer:tool', '*'),
  // Packages that may not use everything below them.
  mayImport('name:simulation-core', 'name:llm-clients'),
  mayImport('name:relationship', 'name:studies', 'name:simulation-core', 'name:llm-clients'),
  mayImport('name:relationship-agent', 'name:relationship', 'name:simulation-core', 'name:llm-clients'),
  mayImport('name:scene-master', 'name:relationship', 'name:simulation-core', 'name:llm-clients'),
  mayImport(
    'name:diplomacy-analysis',
    'name:diplomacy-game',
    'name:diplomacy-rules',
    'name:studies',
    'name:simulation-core',
    'name:llm-clients',
  ),
  mayImport('name:diplomacy-game', 'name:diplomacy-rules', 'name:studies', 'name:simulation-core', 'name:llm-clients'),
  mayImport('name:run-console', 'name:studies', 'name:simulation-core', 'name:llm-clients'),
  mayImport(
    'name:run-viewer',
    'name:relationship',
    'name:diplomacy-analysis',
    'name:diplomacy-game',
    'name:diplomacy-rules',
    'name:studies',
    'name:simulation-core',
    'name:llm-clients',
  ),
];
