import { beginReal, hindrance, type RealFault } from '../lib/server/installation/real.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../lib/server/identity/passwords.ts';
import { inPortal } from './portal-folder.ts';
import { ask } from './questions.ts';
import { Refusal } from './refusal.ts';

const FAULTS: Readonly<Record<RealFault, string>> = {
  isDemo:
    'dati: questa cartella contiene i dati di esempio; per una installazione vera indicare una cartella vuota con ACCORDO_DATA',
  begun: 'dati: questa installazione è già stata avviata; gli utenti si gestiscono nel portale',
  nameMissing: 'nome: manca il nome dell’ente o della persona',
  loginOdd:
    'nome utente: da 2 a 100 caratteri tra lettere, cifre e . _ @ + -, e il primo è una lettera o una cifra',
  mailOdd: 'mail: non è un indirizzo di posta',
  tooShort: `password: servono almeno ${SHORTEST_PASSWORD} caratteri`,
  tooLong: `password: al massimo ${LONGEST_PASSWORD} caratteri`,
  guessable: 'password: è troppo facile da indovinare',
};

/** `accordo init`: begins an empty installation for a real body and asks for its first administrator. */
export async function initCommand(args: readonly string[]): Promise<void> {
  if (args.length > 0) throw new Refusal(['init: non ha argomenti; le risposte si danno alle domande']);
  await inPortal(async (portal) => {
    const hindered = await hindrance(portal);
    if (hindered) throw new Refusal([FAULTS[hindered]]);
    const answers = await ask([
      { name: 'entityName', question: 'Nome dell’ente' },
      { name: 'givenName', question: 'Primo amministratore: nome' },
      { name: 'familyName', question: 'Primo amministratore: cognome' },
      { name: 'mail', question: 'Primo amministratore: mail (vuoto: nessuna)' },
      { name: 'login', question: 'Primo amministratore: nome utente' },
      {
        name: 'password',
        question: `Primo amministratore: password (almeno ${SHORTEST_PASSWORD} caratteri)`,
        hidden: true,
      },
      { name: 'again', question: 'Di nuovo la password', hidden: true },
    ]);
    if (answers.password !== answers.again) throw new Refusal(['password: le due non sono uguali']);
    const { entityName, givenName, familyName, login, password } = answers;
    const mail = answers.mail.trim() === '' ? null : answers.mail;
    const fault = await beginReal(portal, entityName, { givenName, familyName, mail, login, password });
    if (fault) throw new Refusal([FAULTS[fault]]);
    process.stdout.write(
      `Fatto. Avviare il portale con npm start e accedere come ${login.trim()}: al primo accesso si attiva il secondo fattore.\n`,
    );
  });
}
