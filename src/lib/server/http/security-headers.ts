/**
 * Headers of every answer, files and refusals included: `src/launch/portal-server.mjs` sets them. The
 * Content-Security-Policy of pages is SvelteKit's, from svelte.config.js.
 * An id in an address must not reach other hosts, no other site may frame or read a page, and the portal needs
 * no device of the person's.
 */
export const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;
