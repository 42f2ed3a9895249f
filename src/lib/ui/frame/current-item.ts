/**
 * The entry that stands for a page: the one whose address the page's begins with, the longest if there are several;
 * undefined if none does. The home page stands only for itself.
 */
export function currentItem<Item extends { readonly href: string }>(
  items: readonly Item[],
  pathname: string,
): Item | undefined {
  return items
    .filter(({ href }) => pathname === href || (href !== '/' && pathname.startsWith(`${href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
