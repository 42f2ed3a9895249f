import { today } from '../calendar/today.ts';
import type { Portal } from '../database/database.ts';
import type { Subject } from '../permissions/permission.ts';
import { subjectOf } from '../permissions/subject.ts';
import * as sessions from './sessions.ts';
import { rolesText } from './sign-in.ts';

/** Somebody with a session: who it is, and how far the sign-in has come (`session.stage`). */
export interface SignedIn {
  readonly session: sessions.Session;
  readonly subject: Subject;
}

/**
 * Whose token this is; null if it is nobody's. A session ends when the roles are no longer those it began with, on
 * whichever way they changed: by the administrator, by a new appointment, or because a day has passed.
 */
export async function signedIn(portal: Portal, token: string): Promise<SignedIn | null> {
  const session = await sessions.find(portal, token);
  if (session === null) return null;
  const subject = await subjectOf(portal.read, session.person, today());
  if (rolesText(subject.roles) !== session.roles) {
    await sessions.end(portal, session.id);
    return null;
  }
  return { session, subject };
}
