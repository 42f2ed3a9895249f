import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../src/launch/address.mjs';
import { inRoot } from '../../src/launch/paths.mjs';

const START_MS = 60_000;

/** The built portal in a process of its own, as `npm start` runs it. */
export interface PortalProcess {
  readonly origin: string;
  readonly port: number;
  readonly pid: number;
  /** Everything it wrote so far. */
  log(): string;
  /** `SIGTERM`: in order; `SIGKILL`: as if the power went. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts the portal and waits until it answers. Throws, with what it wrote, if it does not. */
export async function startPortal(
  data: string,
  env: Readonly<Record<string, string>> = {},
  nodeOptions: readonly string[] = [],
): Promise<PortalProcess> {
  const port = await freePort('127.0.0.1');
  const child = spawn(process.execPath, [...nodeOptions, inRoot('src', 'launch', 'portal.mjs')], {
    cwd: inRoot(),
    env: { ...process.env, ACCORDO_DATA: data, HOST: '127.0.0.1', PORT: String(port), ORIGIN: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const origin = `http://127.0.0.1:${port}`;
  await answering(child, origin, () => written);
  return {
    origin,
    port,
    pid: child.pid!,
    log: () => written,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'close');
      child.kill(signal);
      await ended;
    },
  };
}

async function answering(child: ChildProcess, origin: string, log: () => string): Promise<void> {
  const limit = Date.now() + START_MS;
  while (Date.now() < limit && child.exitCode === null) {
    try {
      if ((await fetch(`${origin}/api/survey/current`)).status < 500) return;
    } catch {
      // Not listening yet.
    }
    await pause(50);
  }
  child.kill('SIGKILL');
  throw new Error(`the portal did not start:\n${log()}`);
}
