import { computeCommand } from './compute-command.ts';
import { schemaCommand } from './schema-command.ts';
import { Refusal } from './refusal.ts';

const USAGE = `Uso: npm run --silent accordo -- COMANDO

  compute FILE                        calcola il ciclo descritto da FILE e stampa il risultato (- legge lo standard input)
  compute FILE --explain ID           spiega invece le cifre di una persona o di una direzione
  compute FILE --explain ID --json    la stessa spiegazione in JSON
  compute FILE --explain ID --lang en la stessa spiegazione in inglese, anche in JSON
  schema                              stampa lo schema JSON dei dati in ingresso

  init                                avvia una installazione vera, in una cartella vuota
  audit verify                        controlla che nessuno abbia toccato il registro delle operazioni
  backup FILE                         copia la base dati, anche mentre il portale è acceso
  survey audit [FILE|CARTELLA]        verifica i sondaggi chiusi su una copia della base dati, senza chiavi

I dati del portale sono nella cartella ACCORDO_DATA.
`;

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  // What opens the database is loaded only when it is asked for: computing needs none of it.
  audit: async (args) => (await import('./audit-command.ts')).auditCommand(args),
  backup: async (args) => (await import('./backup-command.ts')).backupCommand(args),
  compute: computeCommand,
  init: async (args) => (await import('./init-command.ts')).initCommand(args),
  schema: schemaCommand,
  survey: async (args) => (await import('./survey-command.ts')).surveyCommand(args),
};

/**
 * The command line (core contract, "Command line"). Returns the exit code: 0 done; 2 the input or the call is refused,
 * with one line per fault on standard error and nothing on standard output; 1 a defect of the program.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const [name = '', ...args] = argv;
  if (name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(USAGE);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    process.stderr.write(
      `comando: ${name === '' ? 'manca' : `${JSON.stringify(name)} non esiste`}\n\n${USAGE}`,
    );
    return 2;
  }
  try {
    await command(args);
    return 0;
  } catch (error) {
    if (error instanceof Refusal) {
      await error.report(process.stderr);
      return 2;
    }
    process.stderr.write(`${defect(name, error)}\n`);
    return 1;
  }
}

/** One structured line for the operator: a defect of ours, without the data it met. */
function defect(command: string, error: unknown): string {
  const { name, stack } = error instanceof Error ? error : new Error(String(error));
  const at = stack
    ?.split('\n')
    .find((line) => line.trimStart().startsWith('at '))
    ?.trim();
  return JSON.stringify({ level: 'error', event: 'defect', command, error: name, at });
}
