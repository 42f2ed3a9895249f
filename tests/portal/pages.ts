import type { ROUTES } from '../../src/lib/server/permissions/routes.ts';
import type { Asker } from './test.ts';

export interface ShownPage {
  readonly path: string;
  /** Somebody who may see it. */
  readonly as: Asker;
  /** Its heading, where it is not somebody's or something's name. */
  readonly it: string;
  readonly en: string;
}

type Route = Extract<keyof typeof ROUTES, string>;

const page = (as: Asker, path: string, it: string, en: string): ShownPage => ({ as, path, it, en });

/** Every page of the portal, once with an address to open. */
export const PAGES: Readonly<Partial<Record<Route, readonly ShownPage[]>>> = {
  '/': [
    page(null, '/', 'Il ciclo della performance, spiegato', 'The performance cycle, explained'),
    page('programmazione', '/', 'Ciao, Giacomo Sarabanda', 'Hello, Giacomo Sarabanda'),
    page('amministratore', '/', 'Ciao, Lorenzo Arpeggio', 'Hello, Lorenzo Arpeggio'),
  ],
  '/accesso': [page(null, '/accesso', 'Accesso', 'Sign in')],
  '/accesso/codice': [
    page('secondFactor', '/accesso/codice', 'Secondo passo dell’accesso', 'Second step of the sign-in'),
  ],
  '/accesso/nuovo-codice': [
    page(
      'secondFactorSetup',
      '/accesso/nuovo-codice',
      'Attiva il secondo fattore',
      'Set up the second factor',
    ),
  ],
  '/accesso/nuova-password': [
    page('newPassword', '/accesso/nuova-password', 'Scegli la tua password', 'Choose your password'),
  ],
  '/accesso/recupero': [page(null, '/accesso/recupero', 'Recupero della password', 'Password recovery')],
  '/accesso/recupero/[token]': [
    page(null, '/accesso/recupero/non-vale-più', 'Scegli la tua password', 'Choose your password'),
  ],
  '/accessibilita': [
    page(null, '/accessibilita', 'Dichiarazione di accessibilità', 'Accessibility statement'),
  ],
  '/privacy': [page(null, '/privacy', 'Informativa privacy', 'Privacy notice')],
  '/aiuto': [page(null, '/aiuto', 'Aiuto', 'Help')],
  '/aiuto/[role]': [
    page(null, '/aiuto/dirigente', 'Dirigente', 'Executive'),
    page('sindaco', '/aiuto/sindaco-e-assessori', 'Sindaco e assessori', 'Mayor and councillors'),
  ],
  '/profilo': [page('personale', '/profilo', 'Andrea Recitativo', 'Andrea Recitativo')],
  '/profilo/password': [page('dipendente', '/profilo/password', 'Cambia la password', 'Change the password')],
  '/profilo/secondo-fattore': [
    page('dipendente', '/profilo/secondo-fattore', 'Secondo fattore', 'Second factor'),
    page('nucleo', '/profilo/secondo-fattore', 'Secondo fattore', 'Second factor'),
  ],
  '/profilo/accessi': [page('eq', '/profilo/accessi', 'Sessioni aperte', 'Open sessions')],
  '/profilo/registro': [
    page('eq', '/profilo/registro', 'Che cosa è stato fatto sui tuoi dati', 'What was done to your data'),
  ],
  '/organizzazione': [page('sindaco', '/organizzazione', 'Organizzazione', 'Organisation')],
  '/persone': [
    page('personale', '/persone', 'Persone', 'People'),
    page('eq', '/persone?cerca=nessuno', 'Persone', 'People'),
  ],
  '/persone/[person]': [
    page('dirigente', '/persone/x04', 'Alessio Appoggiatura', 'Alessio Appoggiatura'),
    page('segretario', '/persone/n01', 'Ada Ostinato', 'Ada Ostinato'),
  ],
  '/risultati': [page('segretario', '/risultati', 'I risultati del 2025', 'The results of 2025')],
  '/risultati/direzioni/[direction]': [
    page('nucleo', '/risultati/direzioni/d01', 'Polizia Locale', 'Polizia Locale'),
  ],
  '/risultati/persone/[person]': [
    page('dipendente', '/risultati/persone/e0284', 'La tua scheda', 'Your sheet'),
    page('programmazione', '/risultati/persone/x09', 'Scheda di ', 'Sheet of '),
    page('programmazione', '/risultati/persone/z01', 'Scheda di ', 'Sheet of '),
  ],
  '/scadenze': [
    page('dipendente', '/scadenze', 'Scadenze', 'Deadlines'),
    page('programmazione', '/scadenze', 'Scadenze', 'Deadlines'),
  ],
  '/cicli': [page('programmazione', '/cicli', 'Cicli', 'Cycles')],
  '/dati': [page('programmazione', '/dati', 'Dati del ciclo', 'Cycle data')],
  '/dati/mancanti': [page('personale', '/dati/mancanti', 'Che cosa manca', 'What is missing')],
  '/dati/incongruenze': [page('nucleo', '/dati/incongruenze', 'Incongruenze', 'Incoherences')],
  '/dati/importazioni': [page('personale', '/dati/importazioni', 'Importazioni', 'Imports')],
  '/dati/[list]': [
    page('programmazione', '/dati/residuals?anno=2025', 'Riscossione dei residui', 'Collection of residuals'),
    page('dirigente', '/dati/trainingHours?cerca=a&ordine=-hours', 'Ore di formazione', 'Hours of training'),
  ],
  '/dati/[list]/nuova': [
    page('programmazione', '/dati/objectives/nuova', 'Obiettivi: Nuova riga', 'Objectives: New row'),
  ],
  '/dati/[list]/riga': [
    page(
      'programmazione',
      '/dati/residuals/riga?anno=2025&chiave=%5B%221%22%5D',
      'Riscossione dei residui: 1',
      'Collection of residuals: 1',
    ),
  ],
  '/dati/[list]/importa': [
    page('personale', '/dati/people/importa', 'Importa: Anagrafica', 'Import: Registry'),
  ],
  // The journey of the inputs looks at it.
  '/dati/[list]/importazioni/[run]': [],
  '/obiettivi': [
    page('dirigente', '/obiettivi', 'Obiettivi', 'Objectives'),
    page('dipendente', '/obiettivi', 'Obiettivi', 'Objectives'),
  ],
  '/obiettivi/nuovo': [page('dirigente', '/obiettivi/nuovo', 'Nuovo obiettivo', 'New objective')],
  '/obiettivi/copia': [
    page('dirigente', '/obiettivi/copia', 'Copia dall’anno prima', 'Copy from the year before'),
  ],
  '/obiettivi/monitoraggio': [
    page('nucleo', '/obiettivi/monitoraggio', 'Monitoraggio degli obiettivi', 'Monitoring of objectives'),
  ],
  '/obiettivi/[objective]': [
    page(
      'nucleo',
      '/obiettivi/o001',
      'Pattuglie serali nei quartieri e intorno alla stazione',
      'Pattuglie serali nei quartieri e intorno alla stazione',
    ),
  ],
  // Of drafts and of who reports, which the demo has none of.
  '/obiettivi/[objective]/modifica': [],
  '/obiettivi/[objective]/allegato': [],
  '/servizi': [page('nucleo', '/servizi', 'Servizi e indicatori', 'Services and indicators')],
  '/servizi/[service]': [
    page('segretario', '/servizi/sv01', '1. Sicurezza stradale', '1. Sicurezza stradale'),
  ],
  '/servizi/griglia': [page('eq', '/servizi/griglia', 'Compila gli indicatori', 'Fill in the indicators')],
  '/formazione': [page('dirigente', '/formazione', 'Formazione', 'Training')],
  '/trasparenza': [
    page('segretario', '/trasparenza', 'Trasparenza e anticorruzione', 'Transparency and anti-corruption'),
  ],
  '/indirizzi': [
    page('sindaco', '/indirizzi', 'Attuazione degli indirizzi', 'Implementation of the guidelines'),
    page('nucleo', '/indirizzi', 'Attuazione degli indirizzi', 'Implementation of the guidelines'),
  ],
  '/amministrazione/utenti': [page('amministratore', '/amministrazione/utenti', 'Utenti', 'Accounts')],
  '/amministrazione/utenti/nuovo': [
    page('amministratore', '/amministrazione/utenti/nuovo?cerca=ada', 'Nuovo utente', 'New account'),
  ],
  '/amministrazione/utenti/[account]': [],
  '/amministrazione/registro': [
    page('amministratore', '/amministrazione/registro', 'Registro delle operazioni', 'Audit trail'),
  ],
};

/** The survey's pages and its face have journeys of their own. */
export const isOfSurvey = (route: string) => /^\/(sondaggi|sondaggio|api\/survey)(\/|$)/.test(route);

/** Shown where there is no page, and where a page is not open to who asks. */
export const NOT_FOUND: readonly ShownPage[] = [
  page(null, '/questa-pagina-non-esiste', 'Pagina non trovata', 'Page not found'),
  page('dipendente', '/risultati/persone/e0001', 'Pagina non trovata', 'Page not found'),
];
