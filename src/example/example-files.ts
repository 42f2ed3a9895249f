import { computed, cremona2025 } from './cremona-2025.ts';
import { documentText } from './document-text.ts';
import type { ExampleDocument } from './example-document.ts';
import type { Example } from './published-figures.ts';
import { publishedFiguresPage } from './published-figures-page.ts';

export const EXAMPLE_URL = new URL('../../examples/cremona-2025.json', import.meta.url);
export const PAGE_URL = new URL('../../docs/published-figures.md', import.meta.url);

/** The two files that the command writes, with the text each must have. */
export function exampleFiles(): { readonly url: URL; readonly text: string }[] {
  const document = cremona2025();
  return [
    { url: EXAMPLE_URL, text: documentText(document) },
    { url: PAGE_URL, text: publishedFiguresPage(exampleOf(document)) },
  ];
}

/** A document with what the core makes of it. Throws if the core refuses it. */
export function exampleOf(document: ExampleDocument): Example {
  const silos = document.silos.map(({ id, name }) => ({ id, name }));
  return {
    document,
    result: computed(document),
    silosFromObjectives: computed({ ...document, silos }).silos,
  };
}
