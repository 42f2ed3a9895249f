// The portal in operation: the built pages behind a guarded server. npm start and the browser tests run this file on
// the installed Node, when the dependencies are there and the pages are built.
import { pathToFileURL } from 'node:url';
import { addressFrom, explainListenFault } from './address.mjs';
import { reportFailure } from './failure.mjs';
import { inRoot } from './paths.mjs';
import { closeInOrder, portalServer } from './portal-server.mjs';
import { completed, portalSettings, staticFilesIn } from './portal-settings.mjs';
import { reportFault } from '../lib/server/http/fault.ts';

/**
 * @param {unknown} error
 * @param {string} method
 */
function report(error, method) {
  reportFault({ status: 500, method, route: null, error });
}

/** @returns {Promise<import('./portal-server.mjs').Handler>} */
async function builtPages() {
  const { handler } = await import(pathToFileURL(inRoot('build', 'handler.js')).href);
  // Votes go past the pages: see src/lib/server/survey/direct-vote.ts
  const direct = /** @type {any} */ (globalThis)[Symbol.for('accordo.direct')];
  return (request, response, next) => direct(request, response) ?? handler(request, response, next);
}

const env = completed(process.env);
const { host, port } = addressFrom(env);
const settings = portalSettings(env, staticFilesIn(inRoot('build', 'client')));
// The built pages read it themselves. They have one limit for all requests: who sends how much is watched over here.
Object.assign(process.env, env, {
  BODY_SIZE_LIMIT: String(Math.max(settings.bodyLimit, settings.uploadLimit)),
});

const server = portalServer(await builtPages(), settings, report);
server.once('error', (error) => {
  const { code = 'ERROR' } = /** @type {NodeJS.ErrnoException} */ (error);
  reportFailure(explainListenFault(code, port, host));
});

let isClosing = false;
/** @param {NodeJS.Signals} signal */
async function close(signal) {
  if (isClosing) return;
  isClosing = true;
  await closeInOrder(server, settings.shutdownSeconds);
  // As adapter-node has it: https://svelte.dev/docs/kit/adapter-node#Graceful-shutdown
  process.emit(/** @type {any} */ ('sveltekit:shutdown'), /** @type {any} */ (signal));
}
process.on('SIGTERM', close);
process.on('SIGINT', close);
// A promise of one request that nobody waited for must not end the others.
process.on('unhandledRejection', (error) => {
  report(error, '');
});

server.listen({ host, port });
