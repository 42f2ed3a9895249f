import { error, redirect, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { resolve as address } from '$app/paths';
import { m } from '#lib/paraglide/messages.js';
import { fillDocument } from '#lib/locale/document.ts';
import { withLocale } from '#lib/locale/locale.server.ts';
import { BASE_LOCALE, parseLocale } from '#lib/locale/locale.ts';
import { parseTheme } from '#lib/locale/theme.ts';
import { today } from '#lib/server/calendar/today.ts';
import { portal } from '#lib/server/database/database.ts';
import { forgetSession, readCookie, sessionToken } from '#lib/server/http/cookies.ts';
import { compressed } from '#lib/server/http/compression.ts';
import { reportFault } from '#lib/server/http/fault.ts';
import { loopbackRedirect } from '#lib/server/http/loopback.ts';
import { isOwnForm, isOwnJson } from '#lib/server/http/same-origin.ts';
import { theProvider, theThrottle } from '#lib/server/identity/door.ts';
import { signedIn } from '#lib/server/identity/signed-in.ts';
import { STEP_ADDRESS } from '#lib/server/identity/steps.ts';
import { prepare } from '#lib/server/installation/preparation.ts';
import { startDelivery } from '#lib/server/mail/delivery.ts';
import { theMailer } from '#lib/server/mail/mail.ts';
import { judge } from '#lib/server/permissions/guard.ts';
import { refusal } from '#lib/server/survey/answers.ts';
import { finishClosings } from '#lib/server/survey/campaigns.ts';
import { DIRECT, directVote } from '#lib/server/survey/direct-vote.ts';

/** Before the first request: tables up to date, the right key, and in an empty database the example to look at. */
export const init: ServerInit = async () => {
  if (building) return;
  // Half a configuration stops the start, with words for the operator, and not the first person who needs it.
  theProvider();
  theThrottle();
  theMailer();
  await prepare(portal());
  await finishClosings(portal());
  const delivery = startDelivery(portal(), theMailer());
  // A mail that is on its way gets its outcome written down before the program ends.
  process.once('sveltekit:shutdown', () => void delivery.stop());
  Object.assign(globalThis, { [DIRECT]: directVote(process.env) });
};

const keepOneName: Handle = ({ event, resolve }) => {
  const location = loopbackRedirect(event.url, event.request.headers.get('host'));
  if (location && event.request.method === 'GET') {
    return new Response(null, { status: 307, headers: { location } });
  }
  return resolve(event);
};

const speak: Handle = ({ event, resolve }) => {
  const locale = parseLocale(readCookie(event, 'locale')) ?? BASE_LOCALE;
  const theme = parseTheme(readCookie(event, 'theme')) ?? 'auto';
  Object.assign(event.locals, { locale, theme, signedIn: null });
  return withLocale(locale, () =>
    resolve(event, { transformPageChunk: ({ html }) => fillDocument(html, locale, theme) }),
  );
};

/** What a signed-in person reads is nobody else's: no cache keeps it. */
const keepNothing: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  response.headers.set('cache-control', 'no-store');
  return response;
};

/** What a phone loads in order to vote: nothing in it is secret, and nothing comes from the address. */
const COMPRESSED = new Set<string | null>(['/sondaggio', '/api/survey/current']);

const compress: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  return COMPRESSED.has(event.route.id) ? compressed(event.request, response) : response;
};

const isFace = (route: string | null) => route?.startsWith('/api/') ?? false;

const refuseForeignForms: Handle = ({ event, resolve }) => {
  const isOwn = isFace(event.route.id) ? isOwnJson : isOwnForm;
  if (!isOwn(event.request, event.url.origin)) error(403, m.ui_error_403_what());
  return resolve(event);
};

/** Where nobody is asked who they are, and a session cookie is not read even if it comes. */
const NAMELESS = new Set<string | null>([
  '/api/survey/current',
  '/api/survey/[campaign]/response',
  '/api/survey/[campaign]/board',
]);

const recognise: Handle = async ({ event, resolve }) => {
  const token = NAMELESS.has(event.route.id) ? null : sessionToken(event);
  if (token !== null) {
    event.locals.signedIn = await signedIn(portal(), token);
    if (event.locals.signedIn === null) forgetSession(event);
  }
  return resolve(event);
};

/** An address that no page will ever have. */
const NOWHERE = '/404';

/** Asks the permission table before any page, form action or endpoint begins. */
const guard: Handle = async ({ event, resolve }) => {
  const { signedIn } = event.locals;
  const verdict = await judge(
    portal().read,
    signedIn && { stage: signedIn.session.stage, subject: signedIn.subject },
    {
      route: event.route.id,
      method: event.request.method,
      params: event.params,
      search: event.url.searchParams,
    },
    today(),
  );
  if (verdict === 'allowed') return resolve(event);
  if (isFace(event.route.id)) return refusal(verdict === 'notFound' ? 'unknown' : 'signedOut');
  if (verdict === 'unfinished') redirect(303, STEP_ADDRESS[signedIn!.session.stage]);
  if (verdict === 'signIn') {
    const next =
      event.request.method === 'GET'
        ? `?dopo=${encodeURIComponent(event.url.pathname + event.url.search)}`
        : '';
    redirect(303, `${address('/accesso')}${next}`);
  }
  // What is absent and what is forbidden look the same: the page of an address that does not exist.
  if (event.route.id === null) return resolve(event);
  if (event.isDataRequest) error(404, m.ui_error_404_what());
  return event.fetch(NOWHERE);
};

export const handle = sequence(
  keepOneName,
  compress,
  speak,
  keepNothing,
  refuseForeignForms,
  recognise,
  guard,
);

export const handleError: HandleServerError = ({ error, event, status }) => {
  // What a request does wrong is no fault of the server's: it is not worth a line, and may hold what somebody typed.
  if (status < 500) return { message: status === 413 ? m.ui_error_413_what() : m.ui_error_other_title() };

  const id = reportFault({ status, method: event.request.method, route: event.route.id, error });
  return { message: m.ui_error_500_what(), id };
};
