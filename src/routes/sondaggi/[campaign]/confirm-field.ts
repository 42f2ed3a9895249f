/** The name of the box that confirms a step: each step of a page has its own. */
export function confirmField(step: string): string {
  return `confirm-${step}`;
}
