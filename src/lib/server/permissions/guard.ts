import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { Reader } from '../database/database.ts';
import type { SessionStage } from '../identity/model.ts';
import { directionTarget, personTarget } from './targets.ts';
import { ENTITY, may, scopesOf, type Subject, type Target } from './permission.ts';
import { mayUse } from './list-use.ts';
import { ROUTES, type Need } from './routes.ts';

/** Who asks: nobody known, or a session and how far its sign-in has come. */
export type Asker = { readonly stage: SessionStage; readonly subject: Subject } | null;

export type Verdict =
  | 'allowed'
  /** Nobody is signed in, and somebody could. */
  | 'signIn'
  /** The sign-in has a step to go before this. */
  | 'unfinished'
  /** Absent and forbidden are one answer. */
  | 'notFound';

export interface Request {
  /** The route's pattern; null: no such page. */
  readonly route: string | null;
  readonly method: string;
  readonly params: Readonly<Partial<Record<string, string>>>;
  readonly search: URLSearchParams;
}

/** The entry of the route table that a request falls under; null if there is none. */
export function needOf({ route, method, search }: Request): Need | null {
  const entries =
    route !== null && Object.hasOwn(ROUTES, route) ? ROUTES[route as keyof typeof ROUTES] : undefined;
  if (!entries) return null;
  const key = keyOf(entries, method, search);
  return key !== null && Object.hasOwn(entries, key) ? entries[key]! : null;
}

function keyOf(entries: object, method: string, search: URLSearchParams): string | null {
  if (method === 'HEAD') return 'GET';
  if (method !== 'POST' || Object.hasOwn(entries, 'POST')) return method;
  // A form action. SvelteKit takes the first parameter that begins with a slash for its name; two are a trick, and the
  // only action of a page has none: SvelteKit breaks on `?/default`.
  const names = [...search.keys()].filter((name) => name.startsWith('/'));
  if (names.length > 1 || names[0] === '/default') return null;
  return `POST ${names[0]?.slice(1) ?? 'default'}`;
}

/** Whether a request is answered. Asked before any page, form action or endpoint begins. */
export async function judge(db: Reader, asker: Asker, request: Request, date: IsoDate): Promise<Verdict> {
  const need = needOf(request);
  if (need === null) return 'notFound';
  if (need.kind === 'nothing') return 'allowed';
  if (asker === null) return 'signIn';
  if (need.kind === 'stage') return asker.stage === need.stage ? 'allowed' : 'notFound';
  if (asker.stage !== 'open') return 'unfinished';
  if (need.kind === 'session') return 'allowed';
  if (need.kind === 'list')
    return mayUse(asker.subject, need.use, request.params.list ?? null) ? 'allowed' : 'notFound';
  if (need.target === 'anyone') return scopesOf(asker.subject, need.action).size > 0 ? 'allowed' : 'notFound';
  const target = await targetOf(db, need.target, request.params, date);
  return target !== null && may(asker.subject, need.action, target) ? 'allowed' : 'notFound';
}

function targetOf(
  db: Reader,
  kind: 'entity' | 'person' | 'direction',
  params: Request['params'],
  date: IsoDate,
): Promise<Target | null> {
  switch (kind) {
    case 'entity':
      return Promise.resolve(ENTITY);
    case 'person':
      return personTarget(db, params.person ?? '', date);
    case 'direction':
      return directionTarget(db, params.direction ?? '', date);
  }
}
