import { request } from 'node:http';
import type { Hostile } from './hostile.ts';

export const CUT = 'cut';

/** Far more than any answer takes, and less than the portal itself waits. */
const SILENT_MS = 10_000;

/** What is longer is refused before it has been read, and the connection closed (`BODY_SIZE_LIMIT`). */
const TAKEN_BYTES = 512 * 1024;

export type Outcome = number | typeof CUT;

/**
 * Sends a request as it is, whatever the method and however odd the address, over a connection of its own.
 *
 * @returns the status; `CUT` if the connection broke before the end, and was meant to. Rejects if there is no answer.
 */
export function exchange(port: number, hostile: Hostile): Promise<Outcome> {
  const { method, path, headers, cutAt } = hostile;
  const body = Buffer.from(hostile.body);
  const isCut = cutAt !== null && cutAt < body.length;
  return new Promise((fulfil, fail) => {
    const sent = request({
      ...{ agent: false, host: '127.0.0.1', port, method, path, timeout: SILENT_MS },
      headers: { ...headers, 'content-length': body.length },
    });
    sent.on('response', (response) => {
      response.resume().on('close', () => {
        fulfil(response.statusCode!);
      });
    });
    sent.on('timeout', () => {
      fail(new Error('no answer'));
      sent.destroy();
    });
    sent.on('error', (error) => {
      if (isCut || body.length > TAKEN_BYTES) fulfil(CUT);
      else fail(error);
    });
    if (!isCut) sent.end(body);
    else
      sent.write(body.subarray(0, cutAt), () => {
        sent.destroy(new Error(CUT));
      });
  });
}
