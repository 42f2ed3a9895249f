import { resolve } from '$app/paths';
import { m } from '#lib/paraglide/messages.js';
import type { Portal } from '../database/database.ts';
import type { Mailer } from '../mail/mail.ts';
import { reportFault } from '../http/fault.ts';
import { askReset } from './password-change.ts';

/**
 * Sends the link for a new password, if an account has this login or mail. A mail that cannot be sent leaves a line in
 * the log; the person is never told whether there is an account.
 */
export async function sendReset(
  portal: Portal,
  mailer: Mailer,
  loginOrMail: string,
  origin: string,
): Promise<void> {
  try {
    const asked = await askReset(portal, loginOrMail);
    if (asked === null) return;
    const address = origin + resolve('/accesso/recupero/[token]', { token: asked.token });
    await mailer.send({
      to: asked.mail,
      subject: m.identity_resetMail_subject(),
      text: m.identity_resetMail_text({ address }),
    });
  } catch (error) {
    reportFault({ status: 500, method: 'POST', route: '/accesso/recupero', error });
  }
}
