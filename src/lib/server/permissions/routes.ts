import type { RouteId } from '$app/types';
import type { SessionStage } from '../identity/model.ts';
import type { Action } from './table.ts';

/** What a request needs to be answered. */
export type Need =
  /** Nothing: open to anybody. */
  | { readonly kind: 'nothing' }
  /** To be on the way in, with this step still to do. */
  | { readonly kind: 'stage'; readonly stage: SessionStage }
  /** To be signed in; it concerns the own account only. */
  | { readonly kind: 'session' }
  /** A permission for the target, whose id is the parameter of the same name in the address. */
  | { readonly kind: 'permission'; readonly action: Action; readonly target: TargetKind }
  /** To use the list whose id is the parameter `list`; without one, to use any of them. */
  | { readonly kind: 'list'; readonly use: ListUse };

/** `bring`: to change all of it, as who brings a spreadsheet does. */
export type ListUse = 'read' | 'change' | 'bring';

/** `anyone`: a list that shows only whom the permission reaches. */
export type TargetKind = 'entity' | 'anyone' | 'person' | 'direction';

const nothing: Need = { kind: 'nothing' };
const session: Need = { kind: 'session' };
const stage = (stage: SessionStage): Need => ({ kind: 'stage', stage });
const permission = (action: Action, target: TargetKind = 'entity'): Need => ({
  kind: 'permission',
  action,
  target,
});

const list = (use: ListUse): Need => ({ kind: 'list', use });

/**
 * What every page, form action and endpoint needs: `GET` shows it, `POST name` is the form action of that name (`POST
 * default` the only one), `POST` an endpoint's. What has no entry here is answered to nobody.
 */
export const ROUTES: Readonly<Partial<Record<RouteId, Readonly<Record<string, Need>>>>> = {
  '/': { GET: nothing },
  '/accesso': { GET: nothing, 'POST default': nothing },
  '/accesso/identita': { GET: nothing },
  '/accesso/identita/ritorno': { GET: nothing },
  '/accesso/codice': { GET: stage('secondFactor'), 'POST default': stage('secondFactor') },
  '/accesso/nuovo-codice': { GET: stage('secondFactorSetup'), 'POST default': stage('secondFactorSetup') },
  '/accesso/nuova-password': { GET: stage('newPassword'), 'POST default': stage('newPassword') },
  '/accesso/recupero': { GET: nothing, 'POST default': nothing },
  '/accesso/recupero/[token]': { GET: nothing, 'POST default': nothing },
  '/uscita': { POST: nothing },
  '/preferenze': { POST: nothing },
  '/api/survey/current': { GET: nothing },
  '/api/survey/[campaign]/credential': { POST: session },
  '/api/survey/[campaign]/response': { POST: nothing },
  '/api/survey/[campaign]/board': { GET: nothing },
  '/sondaggio': { GET: nothing },
  '/sondaggio/anonimato': { GET: nothing },
  '/sondaggio/bacheca': { GET: nothing },
  '/accessibilita': { GET: nothing },
  '/privacy': { GET: nothing },
  '/aiuto': { GET: nothing },
  '/aiuto/[role]': { GET: nothing },
  '/profilo': { GET: session },
  '/profilo/password': { GET: session, 'POST default': session },
  '/profilo/secondo-fattore': {
    GET: session,
    'POST begin': session,
    'POST setUp': session,
    'POST newCodes': session,
    'POST remove': session,
  },
  '/profilo/accessi': { GET: session, 'POST end': session, 'POST endOthers': session },
  '/profilo/registro': { GET: session },
  '/organizzazione': { GET: permission('organisation.read') },
  '/persone': { GET: permission('person.find', 'anyone') },
  '/persone/[person]': { GET: permission('person.read', 'person') },
  '/cicli': { GET: permission('cycle.open'), 'POST default': permission('cycle.open') },
  '/dati': { GET: list('read') },
  '/dati/mancanti': { GET: permission('cycle.data.read') },
  '/dati/incongruenze': {
    GET: permission('incoherence.read'),
    'POST justify': permission('incoherence.settle'),
  },
  '/dati/documento': { GET: permission('cycle.open') },
  '/dati/[list]': { GET: list('read') },
  '/dati/[list]/nuova': { GET: list('change'), 'POST default': list('change') },
  '/dati/[list]/riga': { GET: list('read'), 'POST save': list('change'), 'POST remove': list('change') },
  '/dati/[list]/esporta': { GET: list('read') },
  '/dati/[list]/modello': { GET: list('bring') },
  '/dati/[list]/importa': { GET: list('bring'), 'POST default': list('bring') },
  '/dati/[list]/importazioni/[run]': {
    GET: list('bring'),
    'POST match': list('bring'),
    'POST apply': list('bring'),
    'POST drop': list('bring'),
    'POST undo': list('bring'),
  },
  '/dati/[list]/importazioni/[run]/stato': { GET: list('bring') },
  '/dati/importazioni': { GET: list('bring') },
  '/obiettivi': { GET: permission('objective.read', 'anyone') },
  '/obiettivi/nuovo': {
    GET: permission('objective.change', 'anyone'),
    'POST default': permission('objective.change', 'anyone'),
  },
  '/obiettivi/copia': {
    GET: permission('objective.change', 'anyone'),
    'POST default': permission('objective.change', 'anyone'),
  },
  '/obiettivi/monitoraggio': {
    GET: permission('objective.read'),
    'POST certify': permission('objective.certify'),
  },
  '/obiettivi/[objective]': {
    GET: permission('objective.read', 'anyone'),
    'POST assign': permission('objective.change', 'anyone'),
    'POST withdraw': permission('objective.change', 'anyone'),
    'POST remove': permission('objective.change', 'anyone'),
    'POST accept': permission('objective.accept', 'anyone'),
    'POST sendBack': permission('objective.accept', 'anyone'),
    'POST monitor': permission('objective.report', 'anyone'),
    'POST report': permission('objective.report', 'anyone'),
    'POST certify': permission('objective.certify'),
  },
  '/obiettivi/[objective]/modifica': {
    GET: permission('objective.change', 'anyone'),
    'POST objective': permission('objective.change', 'anyone'),
    'POST indicator': permission('objective.change', 'anyone'),
    'POST removeIndicator': permission('objective.change', 'anyone'),
    'POST owners': permission('objective.change', 'anyone'),
  },
  '/obiettivi/[objective]/allegato': {
    GET: permission('objective.report', 'anyone'),
    'POST default': permission('objective.report', 'anyone'),
  },
  '/obiettivi/[objective]/allegato/[report]': { GET: permission('objective.read', 'anyone') },
  '/servizi': { GET: permission('service.read', 'anyone') },
  '/servizi/griglia': {
    GET: permission('service.report', 'anyone'),
    'POST default': permission('service.report', 'anyone'),
  },
  '/servizi/[service]': { GET: permission('service.read', 'anyone') },
  '/formazione': {
    GET: permission('training.read', 'anyone'),
    'POST hours': permission('training.change', 'anyone'),
    'POST delivery': permission('training.change', 'anyone'),
  },
  '/trasparenza': {
    GET: permission('compliance.read', 'anyone'),
    'POST default': permission('compliance.change'),
  },
  '/indirizzi': {
    GET: permission('guideline.read', 'anyone'),
    'POST default': permission('guideline.give', 'anyone'),
  },
  '/risultati': { GET: permission('result.entity.read') },
  '/risultati/direzioni/[direction]': { GET: permission('result.direction.read', 'direction') },
  '/risultati/persone/[person]': { GET: permission('result.person.read', 'person') },
  '/scadenze': { GET: session, 'POST default': permission('deadline.change') },
  '/sondaggi': { GET: permission('survey.read') },
  '/sondaggi/nuovo': { GET: permission('survey.manage'), 'POST default': permission('survey.manage') },
  '/sondaggi/[campaign]': {
    GET: permission('survey.read'),
    'POST discard': permission('survey.manage'),
    'POST open': permission('survey.manage'),
    'POST extend': permission('survey.manage'),
    'POST close': permission('survey.manage'),
    'POST publish': permission('survey.manage'),
  },
  '/sondaggi/[campaign]/invitati': { GET: permission('survey.manage') },
  '/sondaggi/[campaign]/invitati/csv': { GET: permission('survey.manage') },
  '/sondaggi/[campaign]/posta': {
    GET: permission('survey.manage'),
    'POST invite': permission('survey.manage'),
    'POST remind': permission('survey.manage'),
  },
  '/sondaggi/[campaign]/posta/[mailing]': { GET: permission('survey.manage') },
  '/sondaggi/[campaign]/risultati': { GET: permission('survey.result.read') },
  '/sondaggi/[campaign]/risultati/csv': { GET: permission('survey.result.read') },
  '/sondaggi/[campaign]/risultati/[direction]': { GET: permission('survey.result.read', 'direction') },
  '/sondaggi/anni-precedenti': {
    GET: permission('survey.manage'),
    'POST default': permission('survey.manage'),
  },
  '/sondaggi/[campaign]/locandina': { GET: permission('survey.read') },
  '/amministrazione/utenti': { GET: permission('account.read') },
  '/amministrazione/utenti/nuovo': {
    GET: permission('account.change'),
    'POST default': permission('account.change'),
  },
  '/amministrazione/utenti/[account]': {
    GET: permission('account.read'),
    'POST disable': permission('account.change'),
    'POST enable': permission('account.change'),
    'POST newPassword': permission('account.change'),
    'POST removeSecondFactor': permission('account.change'),
    'POST endSessions': permission('account.change'),
    'POST grant': permission('account.change'),
    'POST withdraw': permission('account.change'),
  },
  '/amministrazione/registro': { GET: permission('audit.read'), 'POST verify': permission('audit.read') },
};
