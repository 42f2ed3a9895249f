import nodemailer from 'nodemailer';
import * as z from 'zod';
import type { MailFault } from './model.ts';

export interface Mail {
  /** An address, or an address with the name to show beside it. */
  readonly to: string | { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Plain text: it reads the same everywhere, and nothing in it is loaded from elsewhere. */
  readonly text: string;
  /**
   * What the mail is told apart by: sent again under the same name, most mail servers keep one of the two. Without it
   * the mail has a name of its own.
   */
  readonly name?: string;
}

export interface Mailer {
  /** Hands a mail to the server. Rejects with `MailRefusal` if it does not take it. */
  send(mail: Mail): Promise<void>;
}

/** Why a mail was not taken, in words that are fit for the log: a server's own words may repeat a recipient or a password. */
export class MailRefusal extends Error {
  readonly fault: Exclude<MailFault, 'over'>;
  /** The server's answer, such as 550; null: it gave none. */
  readonly reply: number | null;

  constructor(fault: SmtpFault) {
    super(`the mail was not sent: ${reasonOf(fault)}`);
    this.fault = faultOf(fault);
    this.reply = fault.responseCode ?? null;
  }
}

type SmtpFault = NodeJS.ErrnoException & { readonly responseCode?: number; readonly command?: string };

/** Only a code is told, and what the system says. */
function reasonOf({ code, message, responseCode, syscall }: SmtpFault): string {
  return syscall === undefined ? [code, responseCode].filter(Boolean).join(' ') : message;
}

/** Answers from 500 are for good, those from 400 for now (RFC 5321, §4.2.1). */
function faultOf({ code, command, responseCode }: SmtpFault): MailRefusal['fault'] {
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'signIn';
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return 'server';
  // Without an answer: the address, or its spelling, is none that could be sent.
  if (responseCode === undefined) return 'recipient';
  if (responseCode < 500) return 'later';
  return command === 'MAIL FROM' ? 'sender' : 'recipient';
}

const environment = z.object({
  ACCORDO_SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  ACCORDO_MAIL_FROM: z.email(),
});

const TIMEOUT_MS = 10_000;

/**
 * The mail server of the environment: `ACCORDO_SMTP_URL` (such as `smtps://user:password@mail.example:465`) and
 * `ACCORDO_MAIL_FROM`. Null if there is none.
 *
 * Throws if only one of the two is there, or one is not what it should be.
 */
export function mailerOf(env: NodeJS.ProcessEnv): Mailer | null {
  if (!env.ACCORDO_SMTP_URL && !env.ACCORDO_MAIL_FROM) return null;
  const { ACCORDO_SMTP_URL: url, ACCORDO_MAIL_FROM: from } = environment.parse(env);
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  const host = from.slice(from.lastIndexOf('@') + 1);
  return {
    async send({ to, subject, text, name }) {
      await transport
        .sendMail({
          ...{ from, to, subject, text },
          ...(name !== undefined && { messageId: `<${name}@${host}>` }),
          // So that nobody's absence notice answers it (RFC 3834, §5).
          headers: { 'Auto-Submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        .catch((fault: unknown) => {
          throw new MailRefusal(fault as SmtpFault);
        });
    },
  };
}

let mailer: Mailer | null | undefined;

/** The mail server of this portal; null if it has none. */
export function theMailer(): Mailer | null {
  return (mailer ??= mailerOf(process.env));
}
