import { spawnSync } from 'node:child_process';

/**
 * Ends a process that leads a group (`detached`) together with everything it has started; does nothing where they have ended.
 * @param {number} pid
 */
export function killGroup(pid) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
