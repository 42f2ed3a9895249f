import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '#core/calendar/iso-date.ts';
import type { Portal } from '../database/database.ts';
import type { SessionStage } from '../identity/model.ts';
import { PLACES, HOLDER, openBorough } from './borough.ts';
import { judge, needOf, type Asker, type Verdict } from './guard.ts';
import { LIST_IDS } from '../lists/list-ids.ts';
import { BRINGS, CHANGES, READS } from './lists-of-roles.ts';
import { ROLES, type Role } from './roles.ts';
import { ROUTES } from './routes.ts';
import { subjectOf } from './subject.ts';

const TODAY = day('2025-06-01');

/** Every file in which SvelteKit looks for a page, a form action or an endpoint. */
const pages = Object.keys(import.meta.glob('/src/routes/**/+page{.svelte,.ts,.server.ts}'));
const servers = import.meta.glob<Record<string, unknown>>([
  '/src/routes/**/+page.server.ts',
  '/src/routes/**/+server.ts',
]);
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

const routeOf = (file: string) => file.replace(/^\/src\/routes/, '').replace(/\/\+[^/]+$/, '') || '/';

/** Every request that the code answers, such as `/profilo/accessi POST end`. */
async function answered(): Promise<string[]> {
  const found = new Set(pages.map((file) => `${routeOf(file)} GET`));
  const modules = await Promise.all(
    Object.entries(servers).map(async ([file, load]) => [file, await load()] as const),
  );
  for (const [file, module] of modules) {
    const actions = module.actions ?? {};
    for (const name of Object.keys(actions)) found.add(`${routeOf(file)} POST ${name}`);
    for (const method of METHODS) if (method in module) found.add(`${routeOf(file)} ${method}`);
    expect(module, file).not.toHaveProperty('fallback');
  }
  return [...found].sort();
}

const entries = Object.entries(ROUTES).flatMap(([route, needs]) =>
  Object.keys(needs).map((key) => ({ name: `${route} ${key}`, route, key })),
);

test('every page, form action and endpoint has an entry, and every entry is of one', async () => {
  expect(entries.map(({ name }) => name).sort()).toEqual(await answered());
  // All pages of the portal are loaded.
}, 60_000);

/**
 * What docs/roles.md and the table of the portal's people say, written out for the people and units of the borough and
 * not computed: a mistake would have to be made twice.
 */
const EVERYBODY = ROLES;
const PEOPLE = [...Object.keys(PLACES), 'nora', 'teo', 'hugo', 'carla', 'zeno'];
const OF_GRAIN = ['emma', 'emilio', 'quinto'];
const OF_MILLS = [...OF_GRAIN, 'flavia', 'xavier'];
const DIRECTIONS = ['mills', 'docks', 'parks', 'secretariat'];

const OPEN_TO_ANYBODY = [
  '/ GET',
  '/accesso GET',
  '/accesso POST default',
  '/accesso/identita GET',
  '/accesso/identita/ritorno GET',
  '/accesso/recupero GET',
  '/accesso/recupero POST default',
  '/accesso/recupero/[token] GET',
  '/accesso/recupero/[token] POST default',
  '/uscita POST',
  '/preferenze POST',
  '/api/survey/current GET',
  '/api/survey/[campaign]/response POST',
  '/api/survey/[campaign]/board GET',
  '/sondaggio GET',
  '/sondaggio/anonimato GET',
  '/sondaggio/bacheca GET',
  '/accessibilita GET',
  '/privacy GET',
  '/aiuto GET',
  '/aiuto/[role] GET',
];

const ONE_STEP: Readonly<Record<string, SessionStage>> = {
  '/accesso/codice GET': 'secondFactor',
  '/accesso/codice POST default': 'secondFactor',
  '/accesso/nuovo-codice GET': 'secondFactorSetup',
  '/accesso/nuovo-codice POST default': 'secondFactorSetup',
  '/accesso/nuova-password GET': 'newPassword',
  '/accesso/nuova-password POST default': 'newPassword',
};

const administrator: readonly Role[] = ['administrator'];
const runSurveys: readonly Role[] = ['secretaryGeneral', 'technicalStructure'];
const followSurveys: readonly Role[] = ['secretaryGeneral', 'evaluationBoard', 'technicalStructure'];

const readObjectives: readonly Role[] = [
  'employee',
  'eqHolder',
  'executive',
  'secretaryGeneral',
  'evaluationBoard',
  'technicalStructure',
];
const changeObjectives: readonly Role[] = ['executive', 'technicalStructure'];
const reportObjectives: readonly Role[] = ['eqHolder', 'executive', 'secretaryGeneral'];
const acceptObjectives: readonly Role[] = ['employee', 'eqHolder', 'executive', 'secretaryGeneral'];

const FOR_ROLES: Readonly<Record<string, readonly Role[]>> = {
  '/profilo GET': EVERYBODY,
  '/profilo/password GET': EVERYBODY,
  '/profilo/password POST default': EVERYBODY,
  '/profilo/secondo-fattore GET': EVERYBODY,
  '/profilo/secondo-fattore POST begin': EVERYBODY,
  '/profilo/secondo-fattore POST setUp': EVERYBODY,
  '/profilo/secondo-fattore POST newCodes': EVERYBODY,
  '/profilo/secondo-fattore POST remove': EVERYBODY,
  '/profilo/accessi GET': EVERYBODY,
  '/profilo/accessi POST end': EVERYBODY,
  '/profilo/accessi POST endOthers': EVERYBODY,
  '/profilo/registro GET': EVERYBODY,
  '/api/survey/[campaign]/credential POST': EVERYBODY,
  '/organizzazione GET': EVERYBODY,
  '/scadenze GET': EVERYBODY,
  '/scadenze POST default': ['technicalStructure'],
  '/persone GET': [
    'eqHolder',
    'executive',
    'secretaryGeneral',
    'technicalStructure',
    'humanResources',
    'administrator',
  ],
  '/cicli GET': ['technicalStructure'],
  '/cicli POST default': ['technicalStructure'],
  '/dati GET': EVERYBODY,
  '/dati/importazioni GET': ROLES.filter((role) => BRINGS[role].length > 0),
  '/dati/mancanti GET': ['secretaryGeneral', 'evaluationBoard', 'technicalStructure', 'humanResources'],
  '/dati/documento GET': ['technicalStructure'],
  '/dati/incongruenze GET': ['secretaryGeneral', 'evaluationBoard', 'technicalStructure', 'humanResources'],
  '/dati/incongruenze POST justify': ['evaluationBoard', 'technicalStructure', 'humanResources'],
  '/obiettivi GET': readObjectives,
  '/obiettivi/nuovo GET': changeObjectives,
  '/obiettivi/nuovo POST default': changeObjectives,
  '/obiettivi/copia GET': changeObjectives,
  '/obiettivi/copia POST default': changeObjectives,
  '/obiettivi/monitoraggio GET': followSurveys,
  '/obiettivi/monitoraggio POST certify': ['evaluationBoard'],
  '/obiettivi/[objective] GET': readObjectives,
  '/obiettivi/[objective] POST assign': changeObjectives,
  '/obiettivi/[objective] POST withdraw': changeObjectives,
  '/obiettivi/[objective] POST remove': changeObjectives,
  '/obiettivi/[objective] POST accept': acceptObjectives,
  '/obiettivi/[objective] POST sendBack': acceptObjectives,
  '/obiettivi/[objective] POST monitor': reportObjectives,
  '/obiettivi/[objective] POST report': reportObjectives,
  '/obiettivi/[objective] POST certify': ['evaluationBoard'],
  '/obiettivi/[objective]/modifica GET': changeObjectives,
  '/obiettivi/[objective]/modifica POST objective': changeObjectives,
  '/obiettivi/[objective]/modifica POST indicator': changeObjectives,
  '/obiettivi/[objective]/modifica POST removeIndicator': changeObjectives,
  '/obiettivi/[objective]/modifica POST owners': changeObjectives,
  '/obiettivi/[objective]/allegato GET': reportObjectives,
  '/obiettivi/[objective]/allegato POST default': reportObjectives,
  '/obiettivi/[objective]/allegato/[report] GET': readObjectives,
  '/servizi GET': ['eqHolder', 'executive', 'secretaryGeneral', 'evaluationBoard', 'technicalStructure'],
  '/servizi/[service] GET': [
    'eqHolder',
    'executive',
    'secretaryGeneral',
    'evaluationBoard',
    'technicalStructure',
  ],
  '/servizi/griglia GET': ['eqHolder', 'executive', 'technicalStructure'],
  '/servizi/griglia POST default': ['eqHolder', 'executive', 'technicalStructure'],
  '/formazione GET': [
    'employee',
    'eqHolder',
    'executive',
    'secretaryGeneral',
    'technicalStructure',
    'humanResources',
  ],
  '/formazione POST hours': ['executive', 'technicalStructure', 'humanResources'],
  '/formazione POST delivery': ['executive', 'technicalStructure', 'humanResources'],
  '/trasparenza GET': ['executive', 'secretaryGeneral', 'evaluationBoard', 'technicalStructure'],
  '/trasparenza POST default': ['secretaryGeneral', 'technicalStructure'],
  '/indirizzi GET': ['executive', 'secretaryGeneral', 'evaluationBoard', 'technicalStructure', 'councillor'],
  '/indirizzi POST default': ['technicalStructure', 'councillor'],
  '/risultati GET': ['secretaryGeneral', 'evaluationBoard', 'technicalStructure'],
  '/sondaggi GET': followSurveys,
  '/sondaggi/nuovo GET': runSurveys,
  '/sondaggi/nuovo POST default': runSurveys,
  '/sondaggi/[campaign] GET': followSurveys,
  '/sondaggi/[campaign] POST discard': runSurveys,
  '/sondaggi/[campaign] POST open': runSurveys,
  '/sondaggi/[campaign] POST extend': runSurveys,
  '/sondaggi/[campaign] POST close': runSurveys,
  '/sondaggi/[campaign] POST publish': runSurveys,
  '/sondaggi/[campaign]/invitati GET': runSurveys,
  '/sondaggi/[campaign]/invitati/csv GET': runSurveys,
  '/sondaggi/[campaign]/posta GET': runSurveys,
  '/sondaggi/[campaign]/posta POST invite': runSurveys,
  '/sondaggi/[campaign]/posta POST remind': runSurveys,
  '/sondaggi/[campaign]/posta/[mailing] GET': runSurveys,
  '/sondaggi/[campaign]/risultati GET': followSurveys,
  '/sondaggi/[campaign]/risultati/csv GET': followSurveys,
  '/sondaggi/[campaign]/locandina GET': followSurveys,
  '/sondaggi/anni-precedenti GET': runSurveys,
  '/sondaggi/anni-precedenti POST default': runSurveys,
  '/amministrazione/utenti GET': administrator,
  '/amministrazione/utenti/nuovo GET': administrator,
  '/amministrazione/utenti/nuovo POST default': administrator,
  '/amministrazione/utenti/[account] GET': administrator,
  '/amministrazione/utenti/[account] POST disable': administrator,
  '/amministrazione/utenti/[account] POST enable': administrator,
  '/amministrazione/utenti/[account] POST newPassword': administrator,
  '/amministrazione/utenti/[account] POST removeSecondFactor': administrator,
  '/amministrazione/utenti/[account] POST endSessions': administrator,
  '/amministrazione/utenti/[account] POST grant': administrator,
  '/amministrazione/utenti/[account] POST withdraw': administrator,
  '/amministrazione/registro GET': administrator,
  '/amministrazione/registro POST verify': administrator,
};

const OF_DIRECTIONS: Readonly<Record<Role, readonly string[]>> = {
  employee: [],
  eqHolder: [],
  executive: ['mills'],
  secretaryGeneral: DIRECTIONS,
  evaluationBoard: DIRECTIONS,
  technicalStructure: DIRECTIONS,
  humanResources: [],
  councillor: [],
  administrator: [],
};

/** Of whom or of what each role may ask. */
const FOR_TARGETS: Readonly<Record<string, Readonly<Record<Role, readonly string[]>>>> = {
  '/persone/[person] GET': {
    employee: ['emma'],
    eqHolder: OF_GRAIN,
    executive: OF_MILLS,
    secretaryGeneral: PEOPLE,
    evaluationBoard: ['nora'],
    technicalStructure: PEOPLE,
    humanResources: PEOPLE,
    councillor: ['carla'],
    administrator: PEOPLE,
  },
  '/risultati/persone/[person] GET': {
    employee: ['emma'],
    eqHolder: OF_GRAIN,
    executive: OF_MILLS,
    secretaryGeneral: [],
    evaluationBoard: [],
    technicalStructure: PEOPLE,
    humanResources: [],
    councillor: [],
    administrator: [],
  },
  '/risultati/direzioni/[direction] GET': OF_DIRECTIONS,
  '/sondaggi/[campaign]/risultati/[direction] GET': OF_DIRECTIONS,
};

/** The lists of each role, by what a request does to them. */
const FOR_LISTS: Readonly<Record<string, Readonly<Record<Role, readonly string[]>>>> = {
  '/dati/[list] GET': READS,
  '/dati/[list]/nuova GET': CHANGES,
  '/dati/[list]/nuova POST default': CHANGES,
  '/dati/[list]/riga GET': READS,
  '/dati/[list]/riga POST save': CHANGES,
  '/dati/[list]/riga POST remove': CHANGES,
  '/dati/[list]/esporta GET': READS,
  '/dati/[list]/modello GET': BRINGS,
  '/dati/[list]/importa GET': BRINGS,
  '/dati/[list]/importa POST default': BRINGS,
  '/dati/[list]/importazioni/[run] GET': BRINGS,
  '/dati/[list]/importazioni/[run] POST match': BRINGS,
  '/dati/[list]/importazioni/[run] POST apply': BRINGS,
  '/dati/[list]/importazioni/[run] POST drop': BRINGS,
  '/dati/[list]/importazioni/[run] POST undo': BRINGS,
  '/dati/[list]/importazioni/[run]/stato GET': BRINGS,
};

const WHOLLY = ['/dati/[list] GET', '/dati/[list]/riga POST save', '/dati/[list]/importa POST default'];

/** Own and others', and what does not exist or is something else. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  person: [...PEOPLE, 'mills', 'nobody', '', '__proto__', 'EMMA', 'emma%'],
  direction: [...DIRECTIONS, 'grain', 'west', 'emma', 'nowhere', '', '__proto__'],
};

let portal: Portal;
let close: () => void;
const askers = new Map<Role | 'nobody', Asker>([['nobody', null]]);

beforeAll(async () => {
  ({ portal, close } = await openBorough());
  for (const role of ROLES)
    askers.set(role, { stage: 'open', subject: await subjectOf(portal.read, HOLDER[role], TODAY) });
});
afterAll(() => {
  close();
});

test('the holder of each role holds that role and no other', () => {
  for (const role of ROLES) expect(askers.get(role)?.subject.roles).toEqual([role]);
});

/** The request of an entry; `id` stands for whatever is in brackets. */
function ask(asker: Asker, route: string, key: string, id = 'x'): Promise<Verdict> {
  const [method, action] = key.split(' ');
  const search = new URLSearchParams(
    action === undefined || action === 'default' ? '' : { [`/${action}`]: '' },
  );
  const params = Object.fromEntries([...route.matchAll(/\[(\w+)\]/g)].map(([, name]) => [name!, id]));
  return judge(portal.read, asker, { route, method: method!, params, search }, TODAY);
}

async function verdicts(route: string, key: string, id?: string): Promise<Record<string, Verdict>> {
  const given: Record<string, Verdict> = {};
  for (const [name, asker] of askers) given[name] = await ask(asker, route, key, id);
  return given;
}

const said = (nobody: Verdict, of: (role: Role) => Verdict) => ({
  nobody,
  ...Object.fromEntries(ROLES.map((role) => [role, of(role)])),
});

describe('every role, own and others’', () => {
  test.each(entries)('$name', async ({ name, route, key }) => {
    const targets = FOR_TARGETS[name];
    if (OPEN_TO_ANYBODY.includes(name)) {
      expect(await verdicts(route, key)).toEqual(said('allowed', () => 'allowed'));
    } else if (name in ONE_STEP) {
      expect(await verdicts(route, key)).toEqual(said('signIn', () => 'notFound'));
    } else if (targets) {
      const parameter = /\[(person|direction)\]/.exec(route)![1]!;
      for (const id of ASKED[parameter]!)
        expect(await verdicts(route, key, id), id).toEqual(
          said('signIn', (role) => (targets[role].includes(id) ? 'allowed' : 'notFound')),
        );
    } else if (name in FOR_LISTS) {
      // Every list at one request of each use; what goes by the same table is asked of a few.
      const lists = WHOLLY.includes(name) ? LIST_IDS : (['people', 'funds', 'guidelines'] as const);
      for (const id of [...lists, 'nothing', '', '__proto__', 'constructor', 'Units'])
        expect(await verdicts(route, key, id), id).toEqual(
          said('signIn', (role) => (FOR_LISTS[name]![role].includes(id) ? 'allowed' : 'notFound')),
        );
    } else {
      // Without a line above, a new route fails here.
      expect(FOR_ROLES).toHaveProperty([name]);
      expect(await verdicts(route, key)).toEqual(
        said('signIn', (role) => (FOR_ROLES[name]!.includes(role) ? 'allowed' : 'notFound')),
      );
    }
  });
});

describe('an unfinished sign-in', () => {
  const stages = ['secondFactor', 'secondFactorSetup', 'newPassword'] as const;

  test.each(stages)(
    'that lacks the step %s reaches that step, and what is open to anybody',
    async (stage) => {
      for (const role of ROLES) {
        const asker = { stage, subject: askers.get(role)!.subject };
        for (const { name, route, key } of entries) {
          const verdict = OPEN_TO_ANYBODY.includes(name)
            ? 'allowed'
            : name in ONE_STEP
              ? ONE_STEP[name] === stage
                ? 'allowed'
                : 'notFound'
              : 'unfinished';
          for (const id of ['emma', HOLDER[role], 'mills', 'nobody'])
            expect(await ask(asker, route, key, id), `${role}: ${name} of ${id}`).toBe(verdict);
        }
      }
    },
  );
});

describe('an odd request', () => {
  const asked = (route: string | null, method: string, query = '') =>
    judge(
      portal.read,
      askers.get('administrator')!,
      { route, method, params: { account: 'x' }, search: new URLSearchParams(query) },
      TODAY,
    );
  const account = '/amministrazione/utenti/[account]';

  test('asking for the head of a page is asking for the page', async () => {
    for (const { route } of entries) {
      const of = (method: string) =>
        Promise.all(
          [...askers.values()].map((asker) =>
            judge(
              portal.read,
              asker,
              {
                route,
                method,
                params: { person: 'emma', direction: 'mills' },
                search: new URLSearchParams(),
              },
              TODAY,
            ),
          ),
        );
      expect(await of('HEAD')).toEqual(await of('GET'));
    }
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'get', 'post', 'POST default', '', 'toString'])(
    'with the method %j is refused everywhere',
    async (method) => {
      for (const { route } of entries)
        if (!(method in ROUTES[route as keyof typeof ROUTES]!))
          expect(await asked(route, method), route).toBe('notFound');
    },
  );

  test.each([null, '__proto__', 'constructor', 'toString', '/404', '/profilo/', 'profilo', ''])(
    'for the route %j is refused',
    async (route) => {
      for (const method of ['GET', 'HEAD', 'POST']) expect(await asked(route, method)).toBe('notFound');
    },
  );

  test('names one form action, the one that SvelteKit runs', async () => {
    expect(await asked(account, 'POST', '?/disable')).toBe('allowed');
    expect(await asked(account, 'POST', '?x=1&/disable=&y')).toBe('allowed');
    expect(await asked('/scadenze', 'POST', '?x=1')).toBe('notFound');
    expect(await asked('/amministrazione/utenti/nuovo', 'POST', '?cerca=x')).toBe('allowed');
  });

  test.each([
    '',
    '?/',
    '?//disable',
    '?/disable&/enable',
    '?/enable&/disable',
    '?/disable&/disable',
    '?/disable/',
    '?/Disable',
    '?/nothing',
    '?/constructor',
    '?/__proto__',
    '?/toString',
    '?/default',
    '?/default&/disable',
    '?disable',
  ])('with the form action %j is refused', async (query) => {
    expect(await asked(account, 'POST', query)).toBe('notFound');
  });

  test('does not name the only form action of a page: SvelteKit would break on it', async () => {
    expect(await asked('/amministrazione/utenti/nuovo', 'POST', '?/default')).toBe('notFound');
  });

  test('finds no need that is not in the table, whatever the names', () => {
    for (const route of ['__proto__', 'constructor', 'hasOwnProperty'])
      for (const method of ['__proto__', 'constructor', 'GET', 'POST'])
        expect(needOf({ route, method, params: {}, search: new URLSearchParams('/__proto__') })).toBeNull();
    expect(needOf({ route: '/', method: '__proto__', params: {}, search: new URLSearchParams() })).toBeNull();
  });
});
