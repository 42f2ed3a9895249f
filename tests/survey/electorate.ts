import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { day } from '#core/calendar/iso-date.ts';
import { recorded } from '#lib/server/audit/trail.ts';
import { today } from '#lib/server/calendar/today.ts';
import { openPortal, type Portal } from '#lib/server/database/database.ts';
import * as accounts from '#lib/server/identity/account-store.ts';
import { newAccount } from '#lib/server/identity/accounts.ts';
import type { AccountId } from '#lib/server/identity/model.ts';
import * as sessions from '#lib/server/identity/session-store.ts';
import { rolesText } from '#lib/server/identity/sign-in.ts';
import { begin } from '#lib/server/installation/installation.ts';
import { loadBody } from '#lib/server/organisation/loading.ts';
import type { PersonId, UnitId } from '#lib/server/organisation/model.ts';
import { subjectOf } from '#lib/server/permissions/subject.ts';
import * as campaigns from '#lib/server/survey/campaigns.ts';
import type { CampaignId } from '#lib/server/survey/model.ts';
import { openCampaign } from '#lib/server/survey/open-campaign.ts';
import type { DirectionKeys } from '#lib/server/survey/signing.ts';

const SINCE = { from: day('2020-01-01'), to: null };
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const DIRECTION = 'direzione' as UnitId;
export const manager = 'm0000' as PersonId;

/** Names in which nothing is alike, so that a name found in a file is that name. */
const personId = (at: number) => `p${String(at).padStart(4, '0')}` as PersonId;

export interface Electorate {
  readonly portal: Portal;
  readonly campaign: CampaignId;
  readonly voters: readonly PersonId[];
}

/** A portal in a folder, with an executive, so many people in one direction and an open campaign. */
export async function electorate(folder: string, people: number): Promise<Electorate> {
  const portal = openPortal(folder);
  const voters = Array.from({ length: people }, (_, at) => personId(at));
  await recorded(portal, 'terminal', async (write, record) => {
    await begin(portal, write, record, { mode: 'real', entityName: 'Comune di Prova' });
    await loadBody(write, {
      units: [
        { id: DIRECTION, kind: 'direction', versions: [{ ...SINCE, name: 'Direzione', parent: null }] },
      ],
      people: [manager, ...voters].map((id) => ({
        id,
        givenName: id,
        familyName: 'Prova',
        mail: null,
        taxCode: null,
        staffNumber: null,
      })),
      assignments: [manager, ...voters].map((person) => ({ person, unit: DIRECTION, share: 100, ...SINCE })),
      appointments: [{ person: manager, unit: DIRECTION, kind: 'executive', interim: false, ...SINCE }],
      remits: [],
    });
  });
  return { portal, campaign: await openedCampaign(portal), voters };
}

export async function openedCampaign(portal: Portal): Promise<CampaignId> {
  const closesAt = `${new Date(Date.now() + DAY_MS).toISOString().slice(0, 19)}Z`;
  const plan = { title: 'Sondaggio', year: 2025, referenceDate: day('2025-12-31'), closesAt };
  const campaign = await campaigns.plan(portal, manager, plan);
  const opened = await campaigns.open(portal, manager, campaign);
  if (!opened.ok) throw new Error(opened.fault);
  return campaign;
}

/** The keys of the only direction. */
export async function keysOf(portal: Portal, campaign: CampaignId): Promise<DirectionKeys> {
  const open = await openCampaign(portal, campaign);
  return open!.directions.get(DIRECTION)!;
}

/**
 * Signs everybody in, without their passwords.
 *
 * @returns what each browser sends as cookie
 */
export function signedIn(
  portal: Portal,
  voters: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  return portal.transaction(async (write) => {
    const cookies = new Map<PersonId, string>();
    for (const person of voters) {
      const { roles } = await subjectOf(write, person, today());
      const accountId = randomUUID() as string as AccountId;
      const account = { id: accountId, personId: person, login: person, passwordHash: null };
      await accounts.insert(write, [{ ...newAccount(account), mustChangePassword: false }]);
      const token = randomBytes(32).toString('base64url');
      await sessions.insert(write, {
        id: createHash('sha256').update(token).digest('hex'),
        accountId,
        expiresAt: Math.ceil(Date.now() / HOUR_MS + 12) * 3600,
        createdOn: today(),
        stage: 'open',
        method: 'password',
        roles: rolesText(roles),
        device: '',
      });
      cookies.set(person, `accordo-session=${token}`);
    }
    return cookies;
  });
}
