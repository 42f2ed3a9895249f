// npm start: from a fresh clone to a portal that answers.
import { addressFrom, explainListenFault, listenFault } from './address.mjs';
import { ensureBuild } from './build.mjs';
import { signalGroup } from './child.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { reportFailure } from './failure.mjs';
import { startServer, waitUntilReady } from './server.mjs';
import { onStop } from './stop.mjs';

/** Longer than the server itself waits for open connections. */
const lastWaitMs = 20_000;

/** @type {import('node:child_process').ChildProcess | undefined} */
let server;
let stopping = false;

onStop((exitCode) => {
  if (stopping) return;
  // Before the server runs there is nothing to close in order.
  if (!server) process.exit(exitCode);
  stopping = true;
  console.log('Chiudo Accordo…');
  signalGroup(server, 'SIGTERM');
  // Leaving kills what is left: see child.mjs.
  setTimeout(() => process.exit(exitCode), lastWaitMs).unref();
});

try {
  const address = addressFrom(process.env);
  const fault = await listenFault(address.port, address.host);
  if (fault) throw new Error(explainListenFault(fault, address.port, address.host));

  await ensureDependencies();
  await ensureBuild();

  server = startServer(address);
  const ended = new Promise((resolve) => server?.once('close', resolve));
  await waitUntilReady(server, address);
  console.log(`Accordo è pronto: ${address.url}`);

  const code = await ended;
  if (!stopping) throw new Error(`Il server si è fermato da solo (codice ${code}): il motivo è qui sopra.`);
} catch (error) {
  if (!stopping) reportFailure(error);
}
