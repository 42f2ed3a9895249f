/** Takes the focus to what has just come into the page, so that it is read out and seen. As an attachment or a call. */
export function takeFocus(element: HTMLElement): void {
  element.focus();
}
