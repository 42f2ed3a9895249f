import type { Handle, HandleServerError } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { faultId, faultLine } from '#lib/server/http/fault.ts';
import { loopbackRedirect } from '#lib/server/http/loopback.ts';
import { securityHeaders } from '#lib/server/http/security-headers.ts';

const protect: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  return response;
};

const keepOneName: Handle = ({ event, resolve }) => {
  const location = loopbackRedirect(event.url, event.request.headers.get('host'));
  if (location && event.request.method === 'GET') {
    return new Response(null, { status: 307, headers: { location } });
  }
  return resolve(event);
};

export const handle = sequence(protect, keepOneName);

export const handleError: HandleServerError = ({ error, event, status }) => {
  // An address that does not exist is no fault of the server's: it is not worth a line.
  if (status === 404) return { message: 'Questa pagina non esiste.' };

  const id = faultId();
  const fault = { id, status, method: event.request.method, route: event.route.id, error };
  process.stderr.write(`${faultLine(fault, new Date())}\n`);
  return { message: 'Il server non è riuscito a rispondere. Riprova tra poco.', id };
};
