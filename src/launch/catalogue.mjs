import { existsSync } from 'node:fs';
import { run } from './child.mjs';
import { filesBelow, fingerprint, isStamped, writeStamp } from './fingerprint.mjs';
import { nodePath } from './node-runtime.mjs';
import { inRoot, root } from './paths.mjs';

const compileSeconds = 2 * 60;
const stamp = inRoot('node_modules', '.accordo-catalogue');
const compiled = inRoot('src', 'lib', 'paraglide', 'messages.js');

/** What the message catalogue is made from: the project file and the messages of every feature. */
export const catalogueSources = ['project.inlang/settings.json', 'messages'];

/**
 * How it is compiled: Vite's plugin and `compile-catalogue.mjs` must write the same files.
 * @returns {import('@inlang/paraglide-js').CompilerOptions}
 */
export const catalogueOptions = () => ({
  project: './project.inlang',
  outdir: './src/lib/paraglide',
  outputStructure: 'message-modules',
  // src/lib/locale/ resolves the language: on the server per request, in the browser from <html lang>.
  strategy: ['baseLocale'],
  isServer: "typeof window === 'undefined'",
  emitReadme: false,
  // Another command may be reading what is there.
  cleanOutdir: false,
});

const wanted = () =>
  fingerprint(root, [
    ...catalogueSources.flatMap((source) => filesBelow(inRoot(source))),
    inRoot('package-lock.json'),
    inRoot('src', 'launch', 'catalogue.mjs'),
  ]);

/** Compiles the message catalogue into src/lib/paraglide when a message has changed since the last time. */
export async function ensureCatalogue() {
  const digest = wanted();
  if (existsSync(compiled) && isStamped(stamp, digest)) return;
  const code = await run(nodePath(), [inRoot('src', 'launch', 'compile-catalogue.mjs')], {
    seconds: compileSeconds,
    hidden: true,
  });
  if (code !== 0) throw new Error('I testi di messages/ non si compilano: il motivo è qui sopra.');
  writeStamp(stamp, digest);
}
