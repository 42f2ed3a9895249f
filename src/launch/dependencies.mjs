import { existsSync } from 'node:fs';
import { outerPath, run } from './child.mjs';
import { fingerprint, isStamped, writeStamp } from './fingerprint.mjs';
import { alone } from './lock.mjs';
import { isRuntimeInstalled } from './node-runtime.mjs';
import { inRoot, root } from './paths.mjs';

const installSeconds = 15 * 60;
const stamp = inRoot('node_modules', '.accordo-dependencies');

const wanted = () => fingerprint(root, [inRoot('package-lock.json')], [process.platform, process.arch]);

/** True when what is installed is what package-lock.json asks for, development tools included. */
export const areDependenciesReady = () =>
  isStamped(stamp, wanted()) && isRuntimeInstalled() && existsSync(inRoot('node_modules', 'vite'));

/** Notes that node_modules follows package-lock.json; npm calls it after every install (`prepare`). */
export const stampDependencies = () => writeStamp(stamp, wanted());

/**
 * Installs the dependencies when they are missing or package-lock.json has changed.
 * @param {{ quiet?: boolean }} [options] quiet: nothing goes to standard output
 */
export async function ensureDependencies({ quiet = false } = {}) {
  if (areDependenciesReady()) return;
  await alone(async () => {
    if (areDependenciesReady()) return;
    console[quiet ? 'error' : 'log']('Installo le dipendenze (la prima volta servono uno o due minuti)…');
    // Only errors are printed: npm's warnings on the machine's own Node would only worry, see decision 0001.
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const code = await run('npm', args, {
      seconds: installSeconds,
      env: { PATH: outerPath() },
      stdio: ['ignore', quiet ? 2 : 1, 2],
    });
    if (code !== 0) throw new Error('npm ci non è riuscito: controllare il collegamento al registro di npm.');
    stampDependencies();
  });
}
