import { createServer } from 'node:net';

/**
 * Where the portal listens and how a browser on this machine reaches it.
 * @param {Record<string, string | undefined>} env
 */
export function addressFrom(env) {
  const host = env.HOST || '127.0.0.1';
  const text = env.PORT || '3000';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Error(`PORT deve essere un numero da 1 a 65535, non «${text}».`);
  }
  // Nobody can open the address «all interfaces»: a browser needs a name.
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const url = `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
  return { host, port, url };
}

/**
 * Why nothing can listen there, as the system's code (EADDRINUSE, EACCES, …); undefined when it can.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>}
 */
export function listenFault(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code ?? 'ERROR'));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

/**
 * The same in words, with what to do.
 * @param {string} code
 * @param {number} port
 * @param {string} host
 */
export function explainListenFault(code, port, host) {
  if (code === 'EADDRINUSE') {
    const other = port < 65_535 ? port + 1 : 3000;
    return (
      `La porta ${port} è già occupata da un altro programma (forse Accordo è già avviato).\n` +
      `Scegliere un'altra porta, per esempio: PORT=${other} npm start`
    );
  }
  if (code === 'EACCES') {
    return `Questo utente non può usare la porta ${port}. Scegliere un'altra porta: PORT=3000 npm start`;
  }
  return `Non è possibile ascoltare su ${host}, porta ${port} (${code}). Controllare HOST e PORT.`;
}

/**
 * A port that is free now.
 * @param {string} host
 * @returns {Promise<number>}
 */
export function freePort(host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host }, () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
