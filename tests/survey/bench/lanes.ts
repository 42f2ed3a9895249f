import { connect, type Socket } from 'node:net';

export interface Request {
  readonly path: string;
  readonly body: string;
  readonly cookie?: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** One thing after the other, over one connection; the client that costs least, because it shares the machine. */
export type Lane = (request: Request) => Promise<Answer>;

export interface Measured {
  readonly perSecond: number;
  /** In milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/**
 * Does `count` pieces of work, so many at once, over connections that are there already.
 *
 * @param greeting what each connection says first; it is not measured
 * @param work is given the number of the piece and the connection to use
 */
export async function measure(
  port: number,
  lanes: number,
  count: number,
  greeting: Request,
  work: (at: number, lane: Lane) => Promise<void>,
): Promise<Measured> {
  const connected = Array.from({ length: lanes }, () => laneTo(port));
  for (const { lane } of connected) await lane(greeting);
  const took = new Float64Array(count);
  let next = 0;
  async function drive(lane: Lane): Promise<void> {
    for (let at = next++; at < count; at = next++) {
      const start = performance.now();
      await work(at, lane);
      took[at] = performance.now() - start;
    }
  }
  const start = performance.now();
  await Promise.all(connected.map(({ lane }) => drive(lane)));
  const seconds = (performance.now() - start) / 1000;
  for (const { end } of connected) end();
  took.sort();
  const quantile = (part: number) => took[Math.min(count - 1, Math.floor(count * part))]!;
  return { perSecond: count / seconds, p50: quantile(0.5), p99: quantile(0.99) };
}

/** The middle one by speed. */
export function median(all: readonly Measured[]): Measured {
  return all.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(all.length / 2)]!;
}

function laneTo(port: number): { readonly lane: Lane; readonly end: () => void } {
  let socket: Socket | undefined;
  let received = '';
  let waiting: { fulfil: (answer: Answer) => void; fail: (error: Error) => void } | undefined;

  function open(): Socket {
    const opened = connect({ port, host: '127.0.0.1', noDelay: true });
    opened.setEncoding('latin1');
    opened.on('data', (chunk: string) => {
      received += chunk;
      const answer = answerIn(received);
      if (answer === null) return;
      received = '';
      // The portal ends a connection after a thousand requests.
      if (answer.isLast) {
        opened.destroy();
        socket = undefined;
      }
      waiting?.fulfil(answer);
    });
    opened.on('error', (error) => waiting?.fail(error));
    opened.on('close', () => {
      if (socket === opened) waiting?.fail(new Error('the connection was closed'));
    });
    return opened;
  }

  return {
    lane: ({ path, body, cookie }) =>
      new Promise((fulfil, fail) => {
        waiting = { fulfil, fail };
        socket ??= open();
        const head = cookie === undefined ? '' : `Cookie: ${cookie}\r\n`;
        socket.write(
          `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n` +
            `${head}Content-Length: ${body.length}\r\n\r\n${body}`,
        );
      }),
    end() {
      waiting = undefined;
      socket?.destroy();
    },
  };
}

function answerIn(text: string): (Answer & { readonly isLast: boolean }) | null {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const head = text.slice(0, headEnd);
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? NaN);
  const body = text.slice(headEnd + 4);
  const isWhole = Number.isNaN(length) ? body.endsWith('0\r\n\r\n') : body.length >= length;
  if (!isWhole) return null;
  return { status: Number(head.slice(9, 12)), body, isLast: /\r\nconnection: close/i.test(head) };
}
