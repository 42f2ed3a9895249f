import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { nodePath } from '../../src/launch/node-runtime.mjs';
import { environmentOf } from './servers.ts';

export interface RunningPortal {
  readonly address: string;
  /** What the server has written to its log so far. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

const SECONDS = 60;

/**
 * Starts the built portal for a test of its own.
 *
 * @param address where it listens
 * @param folder of its data, inside the run's; an empty one becomes a demo
 * @param settings beside those that all servers of the tests have
 */
export async function startPortal(
  address: string,
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningPortal> {
  const server = spawn(nodePath(), ['src/launch/portal.mjs'], {
    env: { ...process.env, ...environmentOf(address, folder), ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  server.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const ended = once(server, 'close');
  for (let tries = 0; ; tries += 1) {
    if (server.exitCode !== null || tries > SECONDS * 10)
      throw new Error(`the portal does not answer: ${log}`);
    const status = await fetch(address, { redirect: 'manual' }).then(
      (answer) => answer.status,
      () => null,
    );
    if (status !== null) break;
    await pause(100);
  }
  return {
    address,
    log: () => log,
    async stop() {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs the command line on a folder of the run's, with the lines that it reads. */
export async function accordo(
  args: readonly string[],
  folder: string,
  lines: readonly string[],
): Promise<Ended> {
  const command = spawn(nodePath(), ['src/launch/accordo.mjs', ...args], {
    env: { ...process.env, ACCORDO_DATA: environmentOf('http://127.0.0.1:1', folder).ACCORDO_DATA },
  });
  let output = '';
  let errors = '';
  command.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  command.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  command.stdin.end(lines.map((line) => `${line}\n`).join(''));
  await once(command, 'close');
  return { code: command.exitCode, output, errors };
}
