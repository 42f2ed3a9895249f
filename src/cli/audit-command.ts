import type { ChainFault } from '../lib/server/audit/chain.ts';
import { verify } from '../lib/server/audit/trail.ts';
import { expectDatabase, inPortal } from './portal-folder.ts';
import { Refusal } from './refusal.ts';

/**
 * `accordo audit verify [--expect DIGEST]`: walks the whole audit trail. Refuses when an entry was edited, removed or
 * moved; with `--expect`, also when the entry with a digest noted earlier is gone.
 */
export async function auditCommand(args: readonly string[]): Promise<void> {
  const [verb, option, digest, ...more] = args;
  const known = option === '--expect' && digest !== undefined ? digest : null;
  if (verb !== 'verify' || more.length > 0 || (option !== undefined && known === null))
    throw new Refusal(['audit: si usa «audit verify» oppure «audit verify --expect IMPRONTA»']);
  expectDatabase();
  await inPortal(async ({ read, keys }) => {
    const result = await verify(read, keys, known);
    if (result.fault) throw new Refusal([words(result.fault)]);
    process.stdout.write(
      `Registro integro: ${result.count} registrazioni, ultima impronta ${result.digest}\n`,
    );
  });
}

function words(fault: ChainFault): string {
  switch (fault.code) {
    case 'changed':
      return `registro: la registrazione ${fault.sequence} non è quella che fu scritta, o non è al suo posto`;
    case 'missing':
      return `registro: manca la registrazione ${fault.sequence}`;
    case 'head':
      return 'registro: il numero delle registrazioni non è quello sigillato; ne mancano alla fine, o il sigillo è cambiato';
    case 'known':
      return 'registro: la registrazione con questa impronta non c’è; è stata rimessa una versione precedente';
  }
}
