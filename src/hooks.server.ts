import { readFile } from 'node:fs/promises';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import * as cycles from '#lib/server/cycles/service.ts';
import { database } from '#lib/server/database/database.ts';
import { faultId, faultLine } from '#lib/server/http/fault.ts';
import { loopbackRedirect } from '#lib/server/http/loopback.ts';
import { securityHeaders } from '#lib/server/http/security-headers.ts';

/** Before the first request: tables up to date and, in an empty database, the example to look at. */
export const init: ServerInit = async () => {
  await cycles.keepFirst(database(), await readFile('examples/cremona-2025.json', 'utf8'));
};

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
