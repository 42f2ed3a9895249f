// npm run --silent accordo -- …: the command line, straight from its TypeScript sources.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { ensureDependencies } from './dependencies.mjs';
import { isOwnNodeEnough, nodePath } from './node-runtime.mjs';
import { inRoot, root } from './paths.mjs';

const args = process.argv.slice(2);

/** Runs the command line in this process: the quick way. */
async function runHere() {
  // A reader that has seen enough (`accordo … | head`) is no fault of ours.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EPIPE') process.exit();
      throw error;
    });
  }
  // V8 would come to make short-lived figures where only long-lived objects belong: a million employees would take
  // twice the memory and half as much time again (docs/benchmark.md).
  setFlagsFromString('--no-allocation-site-pretenuring');
  process.env.ACCORDO_DATA ||= inRoot('data');
  process.env.ACCORDO_ROOT = root;
  // npm moves to the project's folder; files are named from where the person stands.
  const stood = process.env.INIT_CWD;
  if (process.env.npm_lifecycle_event === 'accordo' && stood) process.chdir(stood);

  const { main } = await import('../cli/accordo.ts');
  process.exitCode = await main(args);
}

/** Starts this same file again on the installed Node, and ends as that one ends. */
function runOnInstalledNode() {
  const child = spawn(nodePath(), [fileURLToPath(import.meta.url), ...args], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', reportDefect);
  child.on('close', (code, signal) => {
    if (!signal) process.exitCode = code ?? 1;
    else {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    }
  });
}

/** @param {unknown} error */
function reportDefect(error) {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  console.error(`accordo: ${(process.env.ACCORDO_DEBUG && stack) || message}`);
  process.exitCode = 1;
}

try {
  await ensureDependencies({ quiet: true });
  if (isOwnNodeEnough()) await runHere();
  else runOnInstalledNode();
} catch (error) {
  reportDefect(error);
}
