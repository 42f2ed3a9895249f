import { join } from 'node:path';
import type { Portal } from '../database/database.ts';

/** Where the file of an import lies until it is applied or dropped. */
export function fileOf({ folder }: Pick<Portal, 'folder'>, id: string): string {
  return join(folder, 'imports', id);
}
