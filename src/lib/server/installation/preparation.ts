import type { Portal } from '../database/database.ts';
import { beginDemo } from '../demo/demo.ts';
import { checkKey, installationOf } from './installation.ts';

/**
 * Before the first request: the key must be the right one, and an empty database becomes the example to look at; a real
 * body's portal begins with `accordo init`.
 */
export async function prepare(portal: Portal): Promise<void> {
  await checkKey(portal);
  if ((await installationOf(portal.read)) === null) await beginDemo(portal);
}
