import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openPortal, type Portal } from '../lib/server/database/database.ts';
import { checkKey } from '../lib/server/installation/installation.ts';
import { KeyFault } from '../lib/server/secrets/keyring.ts';
import { Refusal } from './refusal.ts';

const folder = () => process.env.ACCORDO_DATA ?? 'data';

/** Throws `Refusal` if the folder of the portal holds no database yet: looking must not make one. */
export function expectDatabase(): void {
  if (!existsSync(join(folder(), 'accordo.sqlite')))
    throw new Refusal([`dati: in ${folder()} non c’è una base dati; indicare la cartella con ACCORDO_DATA`]);
}

/** Does something with the database of the portal. Throws `Refusal` if its key is missing or another's. */
export async function inPortal(work: (portal: Portal) => Promise<void>): Promise<void> {
  let portal: Portal | undefined;
  try {
    portal = openPortal(folder());
    await checkKey(portal);
    await work(portal);
  } catch (error) {
    throw error instanceof KeyFault ? new Refusal([`chiave: ${error.message}`]) : error;
  } finally {
    portal?.close();
  }
}
