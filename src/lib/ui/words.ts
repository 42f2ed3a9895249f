/** A part of a page of words. */
export interface Section {
  readonly title: string;
  readonly paragraphs?: readonly string[];
  readonly items?: readonly string[];
  /** A page of another site. */
  readonly link?: { readonly href: `https://${string}`; readonly label: string };
}
