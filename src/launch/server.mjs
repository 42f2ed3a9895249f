import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { start } from './child.mjs';
import { nodePath } from './node-runtime.mjs';
import { inRoot, root } from './paths.mjs';

const readySeconds = 60;

/**
 * Starts the built portal.
 * @param {{ host: string, port: number }} address
 */
export function startServer({ host, port }) {
  // The database holds personal data: on a new machine only the owner may look into its folder.
  const data = resolve(root, process.env.ACCORDO_DATA || 'data');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  return start(nodePath(), [inRoot('src', 'launch', 'portal.mjs')], {
    env: { NODE_ENV: 'production', HOST: host, PORT: String(port), ACCORDO_DATA: data },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/**
 * Waits until the server answers, or says why it does not.
 * @param {import('node:child_process').ChildProcess} server
 * @param {{ host: string, port: number, url: string }} address
 */
export async function waitUntilReady(server, { url }) {
  const deadline = Date.now() + readySeconds * 1000;
  while (Date.now() < deadline) {
    if (server.exitCode !== null || server.signalCode !== null) {
      throw new Error('Il server si è fermato prima di rispondere: il motivo è qui sopra.');
    }
    const status = await statusOf(`${url}/`);
    if (status !== undefined && status < 500) return;
    if (status !== undefined)
      throw new Error(`Il server risponde con un errore (${status}): il motivo è qui sopra.`);
    await pause(100);
  }
  throw new Error(`Il server non risponde dopo ${readySeconds} secondi.`);
}

/** @param {string} url */
async function statusOf(url) {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000) });
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined;
  }
}
