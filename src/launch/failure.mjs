/**
 * Ends the command with the reason in words, without a stack trace.
 * @param {unknown} error
 * @returns {never}
 */
export function reportFailure(error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
