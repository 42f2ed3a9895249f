import { existsSync } from 'node:fs';
import { run } from './child.mjs';
import { nodePath } from './node-runtime.mjs';
import { inRoot } from './paths.mjs';

const installSeconds = 10 * 60;
/** What the quicker browser may take to come, where there is another to go on with. */
const quickerSeconds = 60;

/** Where the distributions put it; without windows first, because it does the same work in half the time. */
const systemPaths = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/**
 * What every start of the browser in tests is given: no sandbox, because CI runs as root in a container that
 * forbids one, and none of the background calls that a machine without internet answers late.
 */
export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Picks the browser: the one asked for, Playwright's own, the system's.
 * @param {object} world
 * @param {string | undefined} world.asked value of CHROMIUM_PATH
 * @param {string | undefined} world.own where Playwright keeps its own
 * @param {(path: string) => boolean} world.exists
 * @returns {string | undefined}
 */
export function chooseBrowser({ asked, own, exists }) {
  if (asked) {
    if (exists(asked)) return asked;
    throw new Error(`CHROMIUM_PATH indica ${asked}, che non esiste.`);
  }
  return [own, ...systemPaths].find((path) => path !== undefined && exists(path));
}

/** Path of the browser on this machine, if there is one. */
export async function findBrowser() {
  const { chromium } = await import('playwright');
  return chooseBrowser({
    asked: process.env.CHROMIUM_PATH,
    own: chromium.executablePath(),
    exists: existsSync,
  });
}

/** The browser for the tests; installed when there is none, because the tests in it are never left out. */
export async function ensureBrowser() {
  const found = await findBrowser();
  // CI throws its machine away: there the minute is well spent. On somebody's own, what is there will do.
  const isSlower = found !== undefined && systemPaths.indexOf(found) > 0;
  if (isSlower && process.env.CI && !process.env.CHROMIUM_PATH)
    await installWithApt(['chromium-headless-shell'], quickerSeconds);
  if (found) return (await findBrowser()) ?? found;

  console.log('Nessun browser per i test: ne installo uno…');
  for (const install of [installWithApt, installWithPlaywright]) {
    await install();
    const installed = await findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    'I test hanno bisogno di Chromium e non è stato possibile installarlo.\n' +
      'Installarlo (per esempio: sudo apt-get install chromium) oppure indicarlo con CHROMIUM_PATH=/percorso/chromium',
  );
}

/**
 * @param {readonly string[]} packages the first that can be had
 * @param {number} seconds for each step
 */
async function installWithApt(packages = ['chromium-headless-shell', 'chromium'], seconds = installSeconds) {
  if (!existsSync('/usr/bin/apt-get')) return;
  const prefix = await rightsPrefix();
  if (!prefix) return;
  const apt = async (/** @type {string[]} */ ...args) => {
    const [command = 'env', ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-q',
      ...args,
    ];
    return run(command, rest, { seconds });
  };
  // An update that fails for one unreachable source may still have brought the one that is needed.
  await apt('update');
  for (const name of packages)
    if ((await apt('install', '-y', '--no-install-recommends', name)) === 0) return;
}

/** What to put before a command of the administrator; undefined when this user may not give one. */
async function rightsPrefix() {
  if (process.getuid?.() === 0) return [];
  const mayAct =
    existsSync('/usr/bin/sudo') &&
    (await run('sudo', ['-n', 'true'], { seconds: 10, stdio: 'ignore' })) === 0;
  return mayAct ? ['sudo', '-n'] : undefined;
}

async function installWithPlaywright() {
  await run(nodePath(), [inRoot('node_modules', 'playwright', 'cli.js'), 'install', 'chromium'], {
    seconds: installSeconds,
  });
}
