const parentCheckMs = 500;

/**
 * Calls back when this command is asked to end: by Ctrl+C, by a signal, or because npm is gone. npm passes a
 * signal only to the shell between itself and this process, and that shell ends without passing it on.
 * @param {(exitCode: number) => void} stop
 */
export function onStop(stop) {
  process.on('SIGINT', () => {
    stop(130);
  });
  process.on('SIGTERM', () => {
    stop(143);
  });
  process.on('SIGHUP', () => {
    stop(129);
  });
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(check);
    stop(143);
  }, parentCheckMs);
  check.unref();
}
