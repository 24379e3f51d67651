/** The oldest Node this workspace runs on; `engines` in each package.json repeats it. */
export const oldestNode = '20.19.0';

/**
 * One line on what to do if this Node is too old, else nothing.
 * @param {string} version as in `process.versions.node`
 * @returns {string | undefined}
 */
export function complainAboutNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split('.').map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `Entente needs Node ${oldestMajor}.${oldestMinor} or newer, and this is Node ${version}. Install a newer one from https://nodejs.org and try again.`;
}
