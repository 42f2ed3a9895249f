import { catalogueSources, ensureCatalogue } from './catalogue.mjs';
import { run } from './child.mjs';
import { filesBelow, fingerprint, isStamped, writeStamp } from './fingerprint.mjs';
import { alone } from './lock.mjs';
import { nodePath } from './node-runtime.mjs';
import { inRoot, root } from './paths.mjs';

const syncSeconds = 2 * 60;
const buildSeconds = 10 * 60;
const stamp = inRoot('build', '.accordo-build');

/** Everything the build is made from. */
const sources = [
  'src',
  'static',
  'drizzle',
  ...catalogueSources,
  'svelte.config.js',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

const derived = inRoot('src', 'lib', 'paraglide');

/**
 * Tests do not end up in the build, so changing one must not cost a build; what is derived follows its sources.
 * @param {string} file
 */
export const isBuilt = (file) => !/\.(test|spec)\.\w+$/.test(file) && !file.startsWith(derived);

const wanted = () =>
  fingerprint(root, sources.flatMap((source) => filesBelow(inRoot(source))).filter(isBuilt));

/** Writes the compiled messages, and the types and the tsconfig that SvelteKit derives from the routes. */
export async function syncTypes() {
  await ensureCatalogue();
  const code = await run(nodePath(), [inRoot('node_modules', '@sveltejs', 'kit', 'svelte-kit.js'), 'sync'], {
    seconds: syncSeconds,
    hidden: true,
  });
  if (code !== 0) throw new Error('svelte-kit sync non è riuscito: il motivo è qui sopra.');
}

/** Builds the portal when a source has changed since the last build. */
export async function ensureBuild() {
  if (isStamped(stamp, wanted())) return;
  await alone(async () => {
    const digest = wanted();
    if (isStamped(stamp, digest)) return;
    console.log('Preparo le pagine del portale…');
    await syncTypes();
    const code = await run(nodePath(), [inRoot('node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
      seconds: buildSeconds,
      hidden: true,
      env: { NODE_ENV: 'production' },
    });
    if (code !== 0) throw new Error('La preparazione delle pagine non è riuscita: il motivo è qui sopra.');
    writeStamp(stamp, digest);
  });
}
