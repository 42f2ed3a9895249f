const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Where to send somebody who opened the portal of the own machine under another name of that machine, such as
 * http://localhost:3000 where it runs as http://127.0.0.1:3000: forms and cookies hold for one name only.
 * Nothing happens on any other host: behind a proxy the Host header may be anything.
 *
 * @param url as SvelteKit sees it, which is the configured ORIGIN
 * @param host the Host header as the browser sent it
 */
export function loopbackRedirect(url: URL, host: string | null): string | undefined {
  if (!host || !loopbackNames.includes(url.hostname)) return undefined;
  const opened = URL.parse(`http://${host}`);
  if (!opened || opened.hostname === url.hostname) return undefined;
  if (!loopbackNames.includes(opened.hostname) || opened.port !== url.port) return undefined;
  return url.href;
}
