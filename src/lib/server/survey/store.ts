import { and, count, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../database/database.ts';
import type { PersonId, UnitId } from '../organisation/model.ts';
import { person } from '../organisation/schema.ts';
import type { Campaign, CampaignDirection, CampaignId, Invitation } from './model.ts';
import { campaign, campaignDirection, credential, invitation } from './schema.ts';

const columns = {
  id: campaign.id,
  title: campaign.title,
  year: campaign.year,
  referenceDate: campaign.referenceDate,
  state: campaign.state,
  openedAt: campaign.openedAt,
  closesAt: campaign.closesAt,
};

export function byId(db: Reader, id: CampaignId): Promise<Campaign | null> {
  return Promise.resolve(db.select(columns).from(campaign).where(eq(campaign.id, id)).get() ?? null);
}

/** All campaigns, the latest year first. */
export function all(db: Reader): Promise<Campaign[]> {
  return Promise.resolve(
    db
      .select(columns)
      .from(campaign)
      .orderBy(desc(campaign.year), desc(campaign.referenceDate), campaign.id)
      .all(),
  );
}

export function insert(db: Writer, row: Campaign): Promise<void> {
  db.insert(campaign).values(row).run();
  return Promise.resolve();
}

export function update(
  db: Writer,
  id: CampaignId,
  set: Partial<Omit<typeof campaign.$inferInsert, 'id'>>,
): Promise<void> {
  db.update(campaign).set(set).where(eq(campaign.id, id)).run();
  return Promise.resolve();
}

export function remove(db: Writer, id: CampaignId): Promise<void> {
  db.delete(campaign).where(eq(campaign.id, id)).run();
  return Promise.resolve();
}

/** What was frozen at the close; null before. */
export function resultOf(
  db: Reader,
  id: CampaignId,
): Promise<{ readonly result: string; readonly digest: string } | null> {
  const row = db
    .select({ result: campaign.result, digest: campaign.resultDigest })
    .from(campaign)
    .where(eq(campaign.id, id))
    .get();
  return Promise.resolve(
    row?.result != null && row.digest != null ? { result: row.result, digest: row.digest } : null,
  );
}

/** The directions of an opened campaign, by id. */
export function directions(db: Reader, id: CampaignId): Promise<CampaignDirection[]> {
  return Promise.resolve(
    db
      .select({
        id: campaignDirection.directionId,
        name: campaignDirection.name,
        publicKey: campaignDirection.publicKey,
        fingerprint: campaignDirection.fingerprint,
      })
      .from(campaignDirection)
      .where(eq(campaignDirection.campaignId, id))
      .orderBy(campaignDirection.directionId)
      .all(),
  );
}

/** The sealed private keys by direction; empty once they are destroyed. */
export function sealedKeys(db: Reader, id: CampaignId): Promise<ReadonlyMap<UnitId, string>> {
  const rows = db
    .select({ direction: campaignDirection.directionId, key: campaignDirection.privateKey })
    .from(campaignDirection)
    .where(eq(campaignDirection.campaignId, id))
    .all();
  return Promise.resolve(
    new Map(rows.flatMap(({ direction, key }) => (key === null ? [] : [[direction, key]]))),
  );
}

export function addDirections(
  db: Writer,
  id: CampaignId,
  rows: readonly (CampaignDirection & { readonly sealedKey: string })[],
): Promise<void> {
  for (const { id: directionId, name, publicKey, fingerprint, sealedKey } of rows)
    db.insert(campaignDirection)
      .values({ campaignId: id, directionId, name, publicKey, fingerprint, privateKey: sealedKey })
      .run();
  return Promise.resolve();
}

export function destroyKeys(db: Writer, id: CampaignId): Promise<void> {
  db.update(campaignDirection).set({ privateKey: null }).where(eq(campaignDirection.campaignId, id)).run();
  return Promise.resolve();
}

export function invite(db: Writer, id: CampaignId, rows: readonly Invitation[]): Promise<void> {
  for (const { person: personId, direction: directionId, reason } of rows)
    db.insert(invitation).values({ campaignId: id, personId, directionId, reason }).run();
  return Promise.resolve();
}

/** The direction whose credential a person may have; null if not invited. */
export function invitedTo(db: Reader, id: CampaignId, personId: PersonId): Promise<UnitId | null> {
  const row = db
    .select({ direction: invitation.directionId })
    .from(invitation)
    .where(
      and(
        eq(invitation.campaignId, id),
        eq(invitation.personId, personId),
        eq(invitation.reason, 'assigned'),
      ),
    )
    .get();
  return Promise.resolve(row?.direction ?? null);
}

export type Listed = Invitation & { readonly name: string; readonly hasCredential: boolean };

/** Who is in and why, by name; with whether the credential was given, which says nothing of a vote. */
export function invitations(db: Reader, id: CampaignId): Promise<Listed[]> {
  const rows = db
    .select({
      person: invitation.personId,
      direction: invitation.directionId,
      reason: invitation.reason,
      name: sql<string>`${person.familyName} || ' ' || ${person.givenName}`,
      given: credential.personId,
    })
    .from(invitation)
    .innerJoin(person, eq(person.id, invitation.personId))
    .leftJoin(
      credential,
      and(eq(credential.campaignId, invitation.campaignId), eq(credential.personId, invitation.personId)),
    )
    .where(eq(invitation.campaignId, id))
    .orderBy(person.familyName, person.givenName, invitation.personId)
    .all();
  return Promise.resolve(rows.map(({ given, ...listed }) => ({ ...listed, hasCredential: given !== null })));
}

/** How many are invited to each direction. */
export function invitedCounts(db: Reader, id: CampaignId): Promise<ReadonlyMap<UnitId, number>> {
  const rows = db
    .select({ direction: invitation.directionId, invited: count() })
    .from(invitation)
    .where(and(eq(invitation.campaignId, id), eq(invitation.reason, 'assigned')))
    .groupBy(invitation.directionId)
    .all();
  return Promise.resolve(new Map(rows.map(({ direction, invited }) => [direction, invited])));
}

/** The digest of the blinded message that a person's credential was given for; null: none was given. */
export function blindedDigest(db: Reader, id: CampaignId, personId: PersonId): Promise<string | null> {
  const row = db
    .select({ digest: credential.blindedDigest })
    .from(credential)
    .where(and(eq(credential.campaignId, id), eq(credential.personId, personId)))
    .get();
  return Promise.resolve(row?.digest ?? null);
}

export function giveCredential(
  db: Writer,
  id: CampaignId,
  personId: PersonId,
  digest: string,
): Promise<void> {
  db.insert(credential).values({ campaignId: id, personId, blindedDigest: digest }).run();
  return Promise.resolve();
}

export function credentialsGiven(db: Reader, id: CampaignId): Promise<number> {
  const row = db.select({ given: count() }).from(credential).where(eq(credential.campaignId, id)).get();
  return Promise.resolve(row?.given ?? 0);
}

/** Mail addresses of who is invited and has no credential yet. */
export function withoutCredential(
  db: Reader,
  id: CampaignId,
): Promise<{ readonly person: PersonId; readonly name: string; readonly mail: string | null }[]> {
  return Promise.resolve(
    db
      .select({
        person: invitation.personId,
        name: sql<string>`${person.givenName} || ' ' || ${person.familyName}`,
        mail: person.mail,
      })
      .from(invitation)
      .innerJoin(person, eq(person.id, invitation.personId))
      .leftJoin(
        credential,
        and(eq(credential.campaignId, invitation.campaignId), eq(credential.personId, invitation.personId)),
      )
      .where(
        and(eq(invitation.campaignId, id), eq(invitation.reason, 'assigned'), isNull(credential.personId)),
      )
      .orderBy(invitation.personId)
      .all(),
  );
}
