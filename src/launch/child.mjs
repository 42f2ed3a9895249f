import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { inRoot, root } from './paths.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Ends a child with everything it started: each child leads its own process group.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}

process.on('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL');
});

const binaries = inRoot('node_modules', '.bin');

/** PATH without the project's own binaries: npm must not run on the Node that it is about to replace. */
export const outerPath = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== binaries)
    .join(delimiter);

/** PATH with the project's own binaries first: whatever a tool starts as `node` is the installed one. */
export const innerPath = () => [binaries, outerPath()].join(delimiter);

/**
 * @typedef {object} Options
 * @property {Record<string, string | undefined>} [env] added to the environment
 * @property {import('node:child_process').StdioOptions} [stdio]
 */

/**
 * Starts a child that does not outlive this process.
 * @param {string} command
 * @param {string[]} args
 * @param {Options} [options]
 */
export function start(command, args, { env = {}, stdio = ['ignore', 'inherit', 'inherit'] } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, PATH: innerPath(), ...env },
    stdio,
    detached: process.platform !== 'win32',
    // npm is a .cmd file on Windows, and those start only through the shell.
    shell: process.platform === 'win32' && command === 'npm',
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Runs a command to its end, or ends it when the time is over.
 * @param {string} command
 * @param {string[]} args
 * @param {Options & { seconds: number, hidden?: boolean }} options hidden: what it prints is shown only if it fails
 * @returns {Promise<number>} the exit code; 124 when the time was over, 127 when it could not start
 */
export function run(command, args, { seconds, hidden = false, ...options }) {
  return new Promise((resolve) => {
    const child = start(command, args, { ...options, ...(hidden && { stdio: ['ignore', 'pipe', 'pipe'] }) });
    /** @type {Buffer[]} */
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => printed.push(chunk));

    let overdue = false;
    const timer = setTimeout(() => {
      overdue = true;
      signalGroup(child, 'SIGKILL');
    }, seconds * 1000);
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(timer);
      if (code !== 0) process.stderr.write(Buffer.concat(printed));
      if (overdue) console.error(`Tempo scaduto (${seconds} secondi): ${command} ${args.join(' ')}`);
      resolve(overdue ? 124 : code);
    };
    child.once('error', (error) => {
      console.error(`Impossibile avviare ${command}: ${error.message}`);
      end(127);
    });
    child.once('close', (code) => {
      end(code ?? 1);
    });
  });
}
