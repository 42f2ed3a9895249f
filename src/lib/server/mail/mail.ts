import nodemailer from 'nodemailer';
import * as z from 'zod';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text: it reads the same everywhere, and nothing in it is loaded from elsewhere. */
  readonly text: string;
}

export interface Mailer {
  /** Hands a mail to the server. Rejects if it does not take it. */
  send(mail: Mail): Promise<void>;
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
  return {
    async send(mail) {
      await transport.sendMail({ from, ...mail, disableFileAccess: true, disableUrlAccess: true });
    },
  };
}

let mailer: Mailer | null | undefined;

/** The mail server of this portal; null if it has none. */
export function theMailer(): Mailer | null {
  return (mailer ??= mailerOf(process.env));
}
