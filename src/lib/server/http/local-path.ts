/** A path of this portal, such as `/profilo?x=1`; null for anything that could lead elsewhere. */
export function localPath(text: unknown): string | null {
  if (typeof text !== 'string' || !text.startsWith('/')) return null;
  const url = URL.parse(text, 'https://portal.invalid');
  return url?.origin === 'https://portal.invalid' && !url.pathname.startsWith('//')
    ? url.pathname + url.search
    : null;
}
