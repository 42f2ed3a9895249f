/** The numbers to offer between the first and the last page; null stands for those left out. */
export function pageWindow(current: number, pages: number): (number | null)[] {
  const near = [1, current - 1, current, current + 1, pages].filter((page) => page >= 1 && page <= pages);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return shown.flatMap((page, at) => {
    const before = shown[at - 1];
    if (before === undefined || page === before + 1) return [page];
    // A gap of one page is no shorter than the page.
    return page === before + 2 ? [before + 1, page] : [null, page];
  });
}
