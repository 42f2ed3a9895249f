import { createHash } from 'node:crypto';
import type { Portal } from '../database/database.ts';
import { reportFault } from '../http/fault.ts';
import { MailRefusal, type Mailer } from './mail.ts';
import type { MailFault } from './model.ts';
import * as store from './store.ts';

/** How many minutes after the first, second, … try the next one follows; the last holds for all that follow. */
const PAUSES = [1, 5, 15, 60, 240];

/** A server that cannot be reached is given at least four to five days (RFC 5321, §4.5.4.1). */
const PATIENCE_DAYS = 5;

const POLL_MS = 5_000;
const MINUTE_MS = 60_000;

/** These meet every mail alike: there is no point in trying the others at once. */
const MEETS_ALL: ReadonlySet<MailFault> = new Set(['sender', 'signIn', 'server']);

/** Whole minutes since 1970: all that is kept of a time. */
export const minuteOf = (moment: Date): number => Math.floor(moment.getTime() / MINUTE_MS);

const second = (moment: Date) => `${moment.toISOString().slice(0, 19)}Z`;

/**
 * Hands over what is due, one mail after the other, until nothing is left, the server takes none, or it is told to stop.
 *
 * A try is on disk before it is made, and its outcome after it. Between the two the server may have taken the mail
 * without our knowing: SMTP has no way to ask. It is then sent again, which concerns one mail a crash at most, under the
 * name that it had, by which most servers keep only one of the two.
 *
 * @returns what keeps the server from taking any mail; null: nothing
 */
export async function deliverDue(
  portal: Portal,
  mailer: Mailer,
  clock: () => Date = () => new Date(),
  isStopped: () => boolean = () => false,
): Promise<MailRefusal | null> {
  if (!(await store.anyQueued(portal.read))) return null;
  while (!isStopped()) {
    const mail = await beginTry(portal, clock());
    if (mail === null) return null;
    const refusal = await handOver(mailer, mail);
    await endTry(portal, mail, refusal);
    if (refusal && MEETS_ALL.has(refusal.fault)) return refusal;
  }
  return null;
}

function beginTry(portal: Portal, now: Date): Promise<store.DueMail | null> {
  return portal.transaction(async (write) => {
    const patience = new Date(now.getTime() - PATIENCE_DAYS * 24 * 60 * MINUTE_MS);
    await store.giveUp(write, second(now), second(patience));
    const mail = await store.nextDue(write, minuteOf(now));
    if (mail === null) return null;
    const pause = PAUSES[Math.min(mail.tries, PAUSES.length - 1)]!;
    const nextTry = minuteOf(now) + pause;
    await store.update(write, mail, { tries: mail.tries + 1, nextTry, fault: null, reply: null });
    return mail;
  });
}

async function handOver(
  mailer: Mailer,
  { mailing, person, name, address, subject, text }: store.DueMail,
): Promise<MailRefusal | null> {
  const ownName = createHash('sha256').update(`${mailing}/${person}`).digest('hex').slice(0, 32);
  try {
    await mailer.send({ to: { name, address }, subject, text, name: ownName });
    return null;
  } catch (error) {
    if (error instanceof MailRefusal) return error;
    throw error;
  }
}

function endTry(portal: Portal, mail: store.DueMail, refusal: MailRefusal | null): Promise<void> {
  return portal.transaction((write) => {
    if (refusal === null) return store.update(write, mail, { state: 'sent' });
    const { fault, reply } = refusal;
    const state = fault === 'recipient' ? 'failed' : 'queued';
    return store.update(write, mail, { state, fault, reply });
  });
}

export interface Delivery {
  /** Fulfilled when the mail that is on its way has its outcome on disk. */
  stop(): Promise<void>;
}

/**
 * Delivers what is in the outbox, from now until the end of the program; without a mail server, nothing. What it meets
 * is for the operator: one line when it begins, not one a minute.
 */
export function startDelivery(portal: Portal, mailer: Mailer | null): Delivery {
  if (mailer === null) return { stop: () => Promise.resolve() };
  let stopped = false;
  let reported: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();

  function report(error: unknown): void {
    const says = error instanceof Error ? error.message : String(error);
    if (says !== reported) reportFault({ status: 500, method: 'POST', route: ROUTE, error });
    reported = says;
  }

  async function deliver(): Promise<void> {
    try {
      const refusal = await deliverDue(portal, mailer!, undefined, () => stopped);
      if (refusal) report(refusal);
      else reported = null;
    } catch (error) {
      report(error);
    }
    if (!stopped) wait();
  }

  function wait(): void {
    timer = setTimeout(() => {
      round = deliver();
    }, POLL_MS).unref();
  }

  wait();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return round;
    },
  };
}

/** Where the person who ordered the mails sees what became of them. */
const ROUTE = '/sondaggi/[campaign]/posta';
