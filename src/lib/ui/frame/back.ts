/** Where to return to after a choice: the page that is shown, without the name of a form action. */
export function backTo({ pathname, search }: { pathname: string; search: string }): string {
  return search.startsWith('?/') ? pathname : pathname + search;
}
