import { once } from 'node:events';
import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { request as ask, type IncomingMessage, type OutgoingHttpHeaders, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { securityHeaders } from '../lib/server/http/security-headers.ts';
import { closeInOrder, portalServer, type Handler } from './portal-server.mjs';
import { completed, portalSettings, staticFilesIn } from './portal-settings.mjs';

const asset = '/_app/immutable/start.js';
const settingsOf = (env: Record<string, string> = {}) =>
  portalSettings(completed(env), new Set(['/favicon.svg', asset]));

const servers: Server[] = [];
const reported: unknown[] = [];
afterEach(async () => {
  reported.length = 0;
  await Promise.all(servers.splice(0).map((server) => closeInOrder(server, 0.1)));
});

/** A portal whose pages are one function. */
async function portal(handler: Handler, env: Record<string, string> = {}) {
  const server = portalServer(handler, settingsOf(env), (error) => reported.push(error));
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

interface Answer {
  status: number | undefined;
  headers: IncomingMessage['headers'];
  body: string;
}

async function get(port: number, path = '/', headers: OutgoingHttpHeaders = {}): Promise<Answer> {
  const request = ask({ host: '127.0.0.1', port, path, headers, agent: false }).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

/** What comes back when exactly this is sent, until the server hangs up. */
function raw(port: number, sent: string): Promise<string> {
  const socket = connect(port, '127.0.0.1', () => socket.write(sent));
  return text(socket);
}

/** Header names in small letters, as they arrive. */
const guards = Object.fromEntries(
  Object.entries(securityHeaders).map(([name, value]) => [name.toLowerCase(), value] as const),
);
const nothingAllowed = "default-src 'none'; frame-ancestors 'none'";

const page: Handler = (_request, response) => {
  response.setHeader('content-security-policy', "default-src 'self'");
  response.setHeader('content-type', 'text/html');
  response.end('<h1>Schede</h1>');
};
const file: Handler = (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'image/svg+xml', ETag: 'W/"1"' }).end('<svg/>');
};

describe('every answer carries the security headers', () => {
  test('a page, with the policy that it brings', async () => {
    const { port } = await portal(page);
    const { headers } = await get(port);
    expect(headers).toMatchObject({ ...guards, 'content-security-policy': "default-src 'self'" });
  });

  test.each<[string, Handler, string, number]>([
    ['a file', file, '/favicon.svg', 200],
    ['a redirect', (_request, response) => response.writeHead(303, { location: '/' }).end(), '/accesso', 303],
    [
      'what nothing answers',
      (_request, _response, next) => {
        next();
      },
      '/nulla',
      404,
    ],
    ['a fault', () => Promise.reject(new Error('made for this test')), '/schede', 500],
    [
      'what took the headers away before',
      (_request, response) => {
        for (const name of response.getHeaderNames()) response.removeHeader(name);
        response.writeHead(500).end();
      },
      '/schede',
      500,
    ],
  ])('%s, and a policy that allows nothing', async (_what, handler, path, status) => {
    const { port } = await portal(handler);
    const answer = await get(port, path);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({ ...guards, 'content-security-policy': nothingAllowed });
  });

  test.each([
    ['rubbish', 'RUBBISH\r\n\r\n', 400],
    ['a header that is none', 'GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    [
      'an address of another host',
      'GET http://b.example/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      400,
    ],
    ['too many headers', `GET / HTTP/1.1\r\nHost: a\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['an expectation', 'GET / HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\nConnection: close\r\n\r\n', 417],
  ])('what is no request: %s', async (_what, sent, status) => {
    const { port } = await portal(page);
    const answer = await raw(port, sent);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    for (const [name, value] of Object.entries(securityHeaders))
      expect(answer).toContain(`${name}: ${value}\r\n`);
    expect(answer).toContain(`Content-Security-Policy: ${nothingAllowed}\r\n`);
    expect(answer).not.toContain('Schede');
    expect(answer).not.toMatch(/HPE_|Error|node/i);
  });

  test('and no refusal is put into the middle of an answer', async () => {
    const { port } = await portal((_request, response) => {
      response.write('half');
    });
    const head = 'POST /dati/units/importa HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(await raw(port, `${head}no chunk\r\n`)).not.toContain('HTTP/1.1 400');
  });

  test('one too many in a connection is refused with them, too', async () => {
    const { port, server } = await portal(page);
    server.maxRequestsPerSocket = 1;
    const first = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';
    const answers = await raw(port, first + first.replace('Host', 'Connection: close\r\nHost'));
    expect(answers).toContain('HTTP/1.1 503 ');
    expect(answers.split('X-Frame-Options: DENY')).toHaveLength(3);
  });

  test('https is insisted on where the portal is opened with https, and only there', async () => {
    const behindTls = await portal(page, { ORIGIN: 'https://accordo.comune.example' });
    const strict = { 'strict-transport-security': 'max-age=63072000' };
    expect((await get(behindTls.port)).headers).toMatchObject(strict);
    expect(await raw(behindTls.port, 'RUBBISH\r\n\r\n')).toContain(
      'Strict-Transport-Security: max-age=63072000',
    );

    const local = await portal(page);
    expect((await get(local.port)).headers).not.toHaveProperty('strict-transport-security');
  });

  test('none tells what the server is made with', async () => {
    const { port } = await portal((_request, response) => {
      response.writeHead(200, { 'X-SvelteKit-Page': 'true' }).end();
    });
    const { headers } = await get(port);
    for (const name of ['server', 'x-powered-by', 'x-sveltekit-page'])
      expect(headers).not.toHaveProperty(name);
  });
});

describe('what may be kept', () => {
  const answering = (status: number, headers: OutgoingHttpHeaders): Handler => {
    return (_request, response) => response.writeHead(status, headers).end();
  };
  test.each([
    ['a page is not', '/schede', answering(200, {}), 'no-store'],
    ['nor one that has a tag', '/schede', answering(200, { etag: 'W/"1"' }), 'no-store'],
    [
      'what says otherwise is kept as it says',
      '/schede',
      answering(200, { 'cache-control': 'private' }),
      'private',
    ],
    ['a file is asked after', '/favicon.svg', file, 'no-cache'],
    ['with or without parameters', '/favicon.svg?v=2', file, 'no-cache'],
    ['a file that has not changed stays as it was', asset, answering(304, {}), undefined],
    ['a page under a name like a file is not', '/favicon.svg/schede', file, 'no-store'],
  ])('%s', async (_what, path, handler, rule) => {
    const { port } = await portal(handler);
    expect((await get(port, path)).headers['cache-control']).toBe(rule);
  });

  test('files are known by the paths under which a browser asks for them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'accordo-files-'));
    await mkdir(join(folder, 'fonts'));
    await writeFile(join(folder, 'fonts', 'Titillium Web.woff2'), '');
    expect([...staticFilesIn(folder)]).toEqual(['/fonts/Titillium%20Web.woff2']);
  });
});

describe('a fault', () => {
  test('is told in words, and how it came about only to the log', async () => {
    const { port } = await portal(() => {
      throw new TypeError('a secret of the inside');
    });
    const answer = await get(port);
    expect(answer.status).toBe(500);
    expect(answer.body).toContain('Il server non è riuscito a rispondere');
    expect(answer.body).not.toMatch(/secret|TypeError|\bat /);
    expect(reported).toEqual([new TypeError('a secret of the inside')]);
  });

  test('in the middle of an answer ends the connection and not the server', async () => {
    const { port } = await portal((request, response) => {
      if (request.url === '/') {
        response.write('half');
        throw new Error('made for this test');
      }
      response.end('whole');
    });
    await expect(get(port)).rejects.toThrow();
    expect((await get(port, '/next')).body).toBe('whole');
  });
});

describe('what is too much', () => {
  /** Reads what is sent, as a form action does. */
  const reading: Handler = async (request, response) => {
    response.end(`${(await text(request)).length} characters`);
  };
  const post = (length: number, sent: string) =>
    `POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n${sent}`;

  test('is said before it is read, in words', async () => {
    const handler = vi.fn(reading);
    const { port } = await portal(handler, { BODY_SIZE_LIMIT: '1K' });
    const answer = await raw(port, post(1025, 'x'.repeat(1025)));
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toContain('troppo grande e non è stato salvato');
    expect(handler).not.toHaveBeenCalled();
    expect(await raw(port, post(1024, 'x'.repeat(1024)))).toContain('1024 characters');
  });

  test('but where a file is brought more is let in, and what is too much is taken to its end first', async () => {
    const limits = { BODY_SIZE_LIMIT: '1K', ACCORDO_UPLOAD_LIMIT: '2K' };
    const { port } = await portal(reading, limits);
    const bring = (length: number) =>
      post(length, 'x'.repeat(length)).replace('POST /', 'POST /dati/people/importa?anno=2025');
    expect(await raw(port, bring(2048))).toContain('2048 characters');
    expect(await raw(port, bring(2049))).toContain('troppo grande');
    expect(await raw(port, bring(2048).replace('/importa', '/nuova'))).toMatch(/^HTTP\/1.1 413 /);
  });

  test('of unknown length it is not read, for nobody would know when it is too much', async () => {
    const { port } = await portal(reading);
    const head = 'POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(await raw(port, `${head}4\r\nhalf\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1.1 411 /);
  });

  test('a connection that sends less than it said does not stay', async () => {
    const { port, server } = await portal(reading);
    server.requestTimeout = 1000;
    server.headersTimeout = 500;
    expect(await raw(port, post(10, 'half'))).toMatch(/^HTTP\/1.1 408 /);
    expect(await raw(port, 'GET / HTTP/1.1\r\nHost: a\r\n')).toMatch(/^HTTP\/1.1 408 /);
    expect(reported).toEqual([]);
  });

  test('nor does one that has been answered', async () => {
    const { port, server } = await portal(page);
    server.requestTimeout = 1000;
    server.headersTimeout = 500;
    const answer = await raw(port, post(10, 'half').replace('Connection: close\r\n', ''));
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    expect(answer).toContain('Schede');
  });

  test('one connection more than there may be is not taken', async () => {
    const { port } = await portal(page, { ACCORDO_MAX_CONNECTIONS: '1' });
    const first = connect(port, '127.0.0.1');
    await once(first, 'connect');
    await expect(get(port)).rejects.toThrow();
    first.destroy();
    await once(first, 'close');
  });

  test('a part of a file is answered with the whole', async () => {
    const { port } = await portal((request, response) => response.end(String(request.headers.range)));
    expect((await get(port, '/favicon.svg', { range: 'bytes=9-3' })).body).toBe('undefined');
  });
});

test('at the end, what is under way is answered and nothing new begins', async () => {
  let finish: () => void = () => undefined;
  const handler: Handler = (_request, response) => {
    finish = () => response.end('done');
  };
  // The connection would stay open for a minute after the answer.
  const { port, server } = await portal(handler, { KEEP_ALIVE_TIMEOUT: '60' });
  const underWay = raw(port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  await once(server, 'request');
  const closed = closeInOrder(server, 60);

  await expect(get(port)).rejects.toThrow('ECONNREFUSED');
  finish();
  expect(await underWay).toContain('done');
  await closed;
});

describe('the settings', () => {
  test('have defaults, and an empty variable is none', () => {
    expect(settingsOf({ BODY_SIZE_LIMIT: '' })).toMatchObject({
      isBehindTls: false,
      bodyLimit: 524_288,
      shutdownSeconds: 10,
    });
    expect(completed({ PORT: '8080' })).toMatchObject({
      ORIGIN: 'http://127.0.0.1:8080',
      BODY_SIZE_LIMIT: '512K',
    });
  });

  test.each([
    ['2M', 2_097_152],
    ['1000', 1000],
    ['64k', 65_536],
  ])('%s is a size', (size, bodyLimit) => {
    expect(settingsOf({ BODY_SIZE_LIMIT: size }).bodyLimit).toBe(bodyLimit);
  });

  test.each([
    { BODY_SIZE_LIMIT: 'molto' },
    { BODY_SIZE_LIMIT: '0' },
    { SHUTDOWN_TIMEOUT: '-1' },
    { HEADERS_TIMEOUT: '1.5' },
    { ACCORDO_MAX_CONNECTIONS: 'tante' },
  ])('%o is refused by name', (env: Record<string, string>) => {
    expect(() => settingsOf(env)).toThrow(Object.keys(env)[0]);
  });
});
