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
  | { readonly kind: 'permission'; readonly action: Action; readonly target: TargetKind };

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
