import { existsSync } from 'node:fs';
import { inRoot } from './paths.mjs';

/** What runs the portal, whatever started the script. See docs/decisions/0001-node-24-from-npm.md */
export const requiredMajor = 24;

/** True when the process that asks can run the portal's TypeScript itself. */
export const isOwnNodeEnough = () => Number(process.versions.node.split('.')[0]) >= requiredMajor;

const installed = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** True when the Node that npm installed with the other dependencies is in its place. */
export const isRuntimeInstalled = () => existsSync(installed);

/** Path of the Node that runs the portal: the installed one, so that every machine runs the same. */
export function nodePath() {
  if (isRuntimeInstalled()) return installed;
  if (isOwnNodeEnough()) return process.execPath;
  throw new Error(
    `Manca Node ${requiredMajor}, che npm installa con le altre dipendenze. ` +
      'Se npm è impostato con ignore-scripts, eseguire: npm rebuild node --ignore-scripts=false',
  );
}
