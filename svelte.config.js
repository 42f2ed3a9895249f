import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
const config = {
  compilerOptions: {
    // Runes everywhere of ours; packages decide for themselves.
    runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true),
  },
  kit: {
    adapter: adapter(),
    // Addresses begin at the root: the portal has a host of its own, mails and the identity provider are told whole
    // addresses, and the page of a refusal is shown at the address of another.
    paths: { relative: false },
    csp: {
      // Nonces for pages made on request. A `style="…"` attribute in a page is refused: use classes.
      mode: 'auto',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self'],
        // The one style attribute allowed is that of SvelteKit's own announcer, which reads the title of a new
        // page to screen readers; without it the announcer would stand visibly on the page.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'object-src': ['none'],
        'frame-src': ['none'],
        'frame-ancestors': ['none'],
        'form-action': ['self'],
        'base-uri': ['none'],
      },
    },
    typescript: {
      config: (config) => {
        config.include.push('../*.config.ts', '../*.config.js', '../src/**/*.mjs', '../bench/**/*.ts');
      },
    },
  },
};

export default config;
