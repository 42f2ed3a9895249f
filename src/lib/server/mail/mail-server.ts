import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { mailerOf, type Mailer } from './mail.ts';

/** A real mail server, for the tests of this feature. */
export interface MailServer {
  readonly mailer: Mailer;
  readonly port: number;
  /** What it has taken, as it came over the wire. */
  readonly taken: string[];
  close(): Promise<void>;
}

/** Answers that are not «taken», by the recipient's address or by the mail's number of order, from 1. */
export interface Behaviour {
  readonly recipient?: (address: string) => Refusal | null;
  readonly message?: (number: number) => Refusal | null;
  readonly options?: SMTPServerOptions;
  /** 0: any that is free. */
  readonly port?: number;
}

export class Refusal extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, message = 'no') {
    super(message);
    this.responseCode = responseCode;
  }
}

export async function startMailServer({
  recipient = () => null,
  message = () => null,
  options = {},
  port: wanted = 0,
}: Behaviour = {}): Promise<MailServer> {
  const taken: string[] = [];
  let messages = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      done(recipient(address));
    },
    onData(stream, _session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const refusal = message(++messages);
        if (refusal === null) taken.push(Buffer.concat(pieces).toString());
        done(refusal);
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    mailer: mailerTo(port),
    port,
    taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}

export function mailerTo(port: number, access = ''): Mailer {
  return mailerOf({
    ACCORDO_SMTP_URL: `smtp://${access}127.0.0.1:${port}`,
    ACCORDO_MAIL_FROM: 'accordo@comune.example',
  })!;
}
