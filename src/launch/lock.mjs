import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './paths.mjs';

/** The lock is outside the clone, because `npm ci` empties node_modules and a build empties build. */
const folder = join(tmpdir(), `accordo-lock-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
const owner = join(folder, 'pid');

/** Longer than any single step may take, so that a pid used again by another program blocks nobody for good. */
const staleAfterMs = 30 * 60_000;

/**
 * Runs a step that changes node_modules or build while no other command of this clone does: two commands
 * typed at once on a fresh clone would otherwise install over each other.
 * @template T
 * @param {() => Promise<T>} step
 * @returns {Promise<T>}
 */
export async function alone(step) {
  while (!take()) await pause(250);
  process.once('exit', release);
  try {
    return await step();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take() {
  try {
    mkdirSync(folder);
    writeFileSync(owner, String(process.pid));
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    if (isAbandoned()) release();
    return false;
  }
}

function release() {
  rmSync(folder, { recursive: true, force: true });
}

function isAbandoned() {
  try {
    const ageMs = Date.now() - statSync(folder).mtimeMs;
    if (ageMs > staleAfterMs) return true;
    const pid = Number(readFileSync(owner, 'utf8'));
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // Without a pid file yet, the owner is between its two steps; without the process, it died.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}
