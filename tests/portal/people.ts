/** An account of the demo, and what of it the tests count on. */
export interface DemoPerson {
  readonly login: string;
  readonly person: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly secondFactor: boolean;
}

export const PASSWORD = 'violino-di-prova';

/** One for each role; the employee, the EQ and the executive are of one service (s12) and direction (d04). */
export const PEOPLE = {
  dipendente: demoPerson('dipendente', 'e0284', 'Aurora Fortepiano', ['Dipendente']),
  eq: demoPerson('eq', 'q11', 'Lucia Mediante', ['Titolare di Elevata Qualificazione']),
  dirigente: demoPerson('dirigente', 'x04', 'Alessio Appoggiatura', ['Dirigente']),
  segretario: demoPerson('segretario', 'g01', 'Gaia Ritornello', ['Segretario Generale']),
  nucleo: demoPerson('nucleo', 'n01', 'Ada Ostinato', ['Nucleo di Valutazione'], true),
  programmazione: demoPerson(
    'programmazione',
    'e0553',
    'Giacomo Sarabanda',
    ['Dipendente', 'Struttura tecnica'],
    true,
  ),
  personale: demoPerson('personale', 'e0556', 'Andrea Recitativo', ['Dipendente', 'Risorse Umane'], true),
  sindaco: demoPerson('sindaco', 'm01', 'Marta Sottodominante', ['Sindaco e assessori']),
  amministratore: demoPerson(
    'amministratore',
    'z01',
    'Lorenzo Arpeggio',
    ['Amministratore del sistema'],
    true,
  ),
} as const;

export type Login = keyof typeof PEOPLE;
export const LOGINS = Object.keys(PEOPLE) as Login[];

function demoPerson(
  login: string,
  person: string,
  name: string,
  roles: readonly string[],
  secondFactor = false,
): DemoPerson {
  return { login, person, name, roles, secondFactor };
}
