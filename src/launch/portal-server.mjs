import { createServer, ServerResponse, STATUS_CODES } from 'node:http';
import { securityHeaders } from '../lib/server/http/security-headers.ts';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('./portal-settings.mjs').PortalSettings} PortalSettings */

/**
 * What answers the requests: `build/handler.js`.
 * @typedef {(request: Request, response: ServerResponse, next: () => void) => unknown} Handler
 */

/** Two years, as the preload lists ask; without subdomains, which are not the portal's to decide for. */
const transportSecurity = 'max-age=63072000';

/**
 * For whatever is no page: pages made on request bring SvelteKit's own, with the nonce of their scripts. A prerendered
 * page or the script of a worker would need a policy of its own; there is none of either.
 */
const nothingAllowed = "default-src 'none'; frame-ancestors 'none'";

const headerBytes = 16 * 1024;
const requestSeconds = 60;
/** Also ends the connection of somebody who does not take the answer. */
const silentSeconds = 120;
const requestsPerConnection = 1000;
const checkMs = 1000;

/**
 * An HTTP server whose every answer carries the security headers, those of files and refusals included, and that
 * nobody can keep busy with requests that are too long, too slow or broken. What the limits mean for a person is said
 * in words; how a fault came about is said to the log only.
 * @param {Handler} handler
 * @param {PortalSettings} settings
 * @param {(error: unknown, method: string) => void} report tells the log of a fault
 */
export function portalServer(handler, settings, report) {
  /** @type {WeakMap<import('node:stream').Duplex, ServerResponse>} the last response of each connection */
  const latest = new WeakMap();
  const server = createServer(
    {
      ServerResponse: /** @type {typeof ServerResponse} */ (guardedResponse(settings)),
      maxHeaderSize: headerBytes,
      headersTimeout: settings.headersSeconds * 1000,
      requestTimeout: requestSeconds * 1000,
      keepAliveTimeout: settings.keepAliveSeconds * 1000,
      connectionsCheckingInterval: checkMs,
    },
    (request, response) => {
      latest.set(request.socket, response);
      void answer(handler, settings, report, request, response);
    },
  );
  server.maxRequestsPerSocket = requestsPerConnection;
  server.maxConnections = settings.maxConnections;
  server.timeout = silentSeconds * 1000;

  server.on('clientError', (error, socket) => {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    const response = latest.get(socket);
    // Half of another answer on the way: what came after it would be taken for its end.
    const isTaken = response?.headersSent && !response.writableFinished;
    if (!socket.writable || isTaken || code === 'ECONNRESET') socket.destroy();
    else socket.end(rawAnswer(statusOf(code), settings), () => socket.destroy());
  });
  return server;
}

/**
 * @param {Handler} handler
 * @param {PortalSettings} settings
 * @param {(error: unknown, method: string) => void} report
 * @param {Request} request
 * @param {ServerResponse} response
 */
async function answer(handler, settings, report, request, response) {
  // A whole address, as proxies get it, would be joined to the portal's own and become another host's.
  if (!request.url?.startsWith('/') || !isReadable(request.url)) return refuse(response, 400);
  const bringsFile = request.method === 'POST' && uploadPath.test(request.url);
  const limit = bringsFile ? settings.uploadLimit : settings.bodyLimit;
  if (Number(request.headers['content-length']) > limit) {
    // A browser shows what it is told only once it has sent everything.
    if (bringsFile) await discarded(request);
    return refuse(response, 413);
  }
  // A body of unknown length would be let in up to the larger limit.
  if (request.headers['transfer-encoding'] && !bringsFile) return refuse(response, 411);
  // Nothing here is worth asking for in pieces.
  delete request.headers.range;
  try {
    await handler(request, response, () => {
      refuse(response, 404);
    });
  } catch (error) {
    // Who hung up in the middle of a request is not there to be told, and it is no fault.
    if (request.destroyed && !request.complete) return;
    report(error, request.method ?? '');
    if (response.headersSent) response.destroy();
    else refuse(response, 500);
  }
}

/** Where files are brought: a spreadsheet for a list, an attachment to a report. */
const uploadPath = /^\/(dati\/\w+\/importa|obiettivi\/[^/?]+\/allegato)(\?|$)/;

/**
 * Takes a body in and keeps nothing of it. The limits of time and of silence hold.
 * @param {Request} request
 */
async function discarded(request) {
  try {
    for await (const _ of request);
  } catch {
    // Who hangs up meanwhile is not there to be told.
  }
}

/**
 * Whether the percent-encoding of an address can be undone: SvelteKit would leave a POST to any other without an answer.
 * @param {string} url
 */
function isReadable(url) {
  const [path = ''] = url.split('?');
  try {
    decodeURI(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * The kind of response that all requests of a server get: it looks after its headers at the last moment, whoever has
 * written them until then.
 * @param {PortalSettings} settings
 */
function guardedResponse({ isBehindTls, staticFiles }) {
  return class GuardedResponse extends ServerResponse {
    /**
     * @override
     * @param {number} status
     * @param {any[]} rest
     */
    writeHead(status, ...rest) {
      const own = rest.at(-1);
      if (typeof own === 'object' && !Array.isArray(own)) {
        for (const [name, value] of Object.entries(rest.pop() ?? {})) this.setHeader(name, value);
      }
      for (const [name, value] of Object.entries(fixedHeaders(isBehindTls))) this.setHeader(name, value);
      // For SvelteKit's own use while it builds.
      this.removeHeader('X-SvelteKit-Page');
      if (!this.hasHeader('Content-Security-Policy'))
        this.setHeader('Content-Security-Policy', nothingAllowed);
      if (!this.hasHeader('Cache-Control')) this.#limitCaching(status);
      return super.writeHead(status, ...rest);
    }

    /** @param {number} status */
    #limitCaching(status) {
      const [path = ''] = (this.req.url ?? '').split('?');
      if (!staticFiles.has(path)) this.setHeader('Cache-Control', 'no-store');
      // What says «not changed» would change how the kept file may be used.
      else if (status !== 304) this.setHeader('Cache-Control', 'no-cache');
    }
  };
}

/**
 * @param {boolean} isBehindTls
 * @returns {Record<string, string>}
 */
const fixedHeaders = (isBehindTls) => ({
  ...securityHeaders,
  ...(isBehindTls && { 'Strict-Transport-Security': transportSecurity }),
});

/** @type {Record<number, string>} */
const words = {
  400: 'Il server non capisce questa richiesta.\nThe server does not understand this request.\n',
  404: 'Questa pagina non esiste.\nThis page does not exist.\n',
  408: 'La richiesta ha impiegato troppo tempo. Riprova.\nThe request took too long. Try again.\n',
  411:
    'La richiesta non dice quanto è lunga e non è stata letta.\n' +
    'The request does not say how long it is and was not read.\n',
  413:
    'Quello che hai inviato è troppo grande e non è stato salvato. Torna indietro e riduci il testo o il file.\n' +
    'What you sent is too large and was not saved. Go back and shorten the text or the file.\n',
  431:
    'Il browser manda troppi dati con la richiesta. Cancella i cookie di questo sito e riprova.\n' +
    'The browser sends too much with the request. Delete the cookies of this site and try again.\n',
  500:
    'Il server non è riuscito a rispondere. Riprova tra poco.\n' +
    'The server could not answer. Try again shortly.\n',
};

const plainText = 'text/plain; charset=utf-8';

/**
 * @param {ServerResponse} response
 * @param {400 | 404 | 411 | 413 | 500} status
 */
function refuse(response, status) {
  response.statusCode = status;
  response.setHeader('Content-Type', plainText).end(words[status]);
}

/** @param {string | undefined} code of a request that could not even be read */
function statusOf(code) {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  return 400;
}

/**
 * An answer to what is no request: Node has no response for it.
 * @param {number} status
 * @param {PortalSettings} settings
 */
function rawAnswer(status, { isBehindTls }) {
  const body = words[status] ?? '';
  const headers = {
    ...fixedHeaders(isBehindTls),
    'Content-Security-Policy': nothingAllowed,
    'Cache-Control': 'no-store',
    'Content-Type': plainText,
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n');
}

/**
 * Lets the requests that are under way come to their end, and then the server.
 * @param {import('node:http').Server} server
 * @param {number} seconds after which what is still open is cut off
 * @returns {Promise<void>} kept when the server has closed
 */
export function closeInOrder(server, seconds) {
  return new Promise((resolve) => {
    // Connections that have become idle in the meantime: their next request would find nobody.
    const idle = setInterval(() => {
      server.closeIdleConnections();
    }, 100);
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, seconds * 1000);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
  });
}
