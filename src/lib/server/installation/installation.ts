import type { Record as RecordChange } from '../audit/trail.ts';
import { today } from '../calendar/today.ts';
import type { Portal, Reader, Writer } from '../database/database.ts';
import { KeyFault } from '../secrets/keyring.ts';
import * as store from './store.ts';

/** What this portal is: an example to look at, or a body's own. */
export type Installation = Pick<store.Installation, 'mode' | 'entityName' | 'since'>;

const CHECKED = 'accordo';

/** Null while nothing was begun. */
export function installationOf(db: Reader): Promise<Installation | null> {
  return store.find(db);
}

/** Notes for ever what this portal is, with the first entry of the audit trail. */
export async function begin(
  portal: Portal,
  write: Writer,
  record: RecordChange,
  { mode, entityName }: Pick<Installation, 'mode' | 'entityName'>,
): Promise<void> {
  const keyCheck = portal.keys.mac('keyCheck', CHECKED);
  await store.begin(write, { mode, entityName, keyCheck, since: today() });
  await record({
    action: 'installation.begin',
    subject: { kind: 'installation', id: 'portal' },
    after: { mode, entityName },
  });
}

/** Throws `KeyFault`, in words for the operator, if the database was begun with another key than the one at hand. */
export async function checkKey(portal: Portal): Promise<void> {
  const begun = await store.find(portal.read);
  if (begun && begun.keyCheck !== portal.keys.mac('keyCheck', CHECKED))
    throw new KeyFault(
      'La chiave non è quella di questa base dati: rimettere accanto alla base dati il suo file accordo.key, ' +
        'oppure indicarlo con ACCORDO_KEY_FILE o ACCORDO_KEY.',
    );
}
