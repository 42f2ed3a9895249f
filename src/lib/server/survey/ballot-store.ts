import { and, count, eq, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../database/database.ts';
import type { UnitId } from '../organisation/model.ts';
import type { CampaignId } from './model.ts';
import { response, sealedBallot } from './schema.ts';

/** The statements of a vote, prepared once for each connection: they run thousands of times a second. */
function statements(db: Writer) {
  const id = sql.placeholder('id');
  const tokenMac = sql.placeholder('tokenMac');
  return {
    find: db
      .select({ sealed: sealedBallot.sealed })
      .from(sealedBallot)
      .where(and(eq(sealedBallot.campaignId, id), eq(sealedBallot.tokenMac, tokenMac)))
      .prepare(),
    insert: db
      .insert(sealedBallot)
      .values({ campaignId: id, tokenMac, sealed: sql.placeholder('sealed') })
      .onConflictDoNothing()
      .prepare(),
  };
}

const prepared = new WeakMap<Writer, ReturnType<typeof statements>>();

function of(db: Writer): ReturnType<typeof statements> {
  const known = prepared.get(db) ?? statements(db);
  prepared.set(db, known);
  return known;
}

/** The sealed ballot that was cast with a token. */
export function sealedWith(db: Writer, id: CampaignId, tokenMac: Buffer): Promise<Buffer> {
  return Promise.resolve(of(db).find.get({ id, tokenMac })!.sealed);
}

/** False if one was cast with this token before: then nothing is changed. */
export function addSealed(db: Writer, id: CampaignId, tokenMac: Buffer, sealed: Buffer): Promise<boolean> {
  return Promise.resolve(of(db).insert.run({ id, tokenMac, sealed }).changes === 1);
}

export function sealedCount(db: Reader, id: CampaignId): Promise<number> {
  const row = db.select({ ballots: count() }).from(sealedBallot).where(eq(sealedBallot.campaignId, id)).get();
  return Promise.resolve(row?.ballots ?? 0);
}

/** All sealed ballots of a campaign, in no order that means anything. */
export function allSealed(db: Reader, id: CampaignId): Promise<Buffer[]> {
  const rows = db
    .select({ sealed: sealedBallot.sealed })
    .from(sealedBallot)
    .where(eq(sealedBallot.campaignId, id))
    .all();
  return Promise.resolve(rows.map(({ sealed }) => sealed));
}

export function removeSealed(db: Writer, id: CampaignId): Promise<void> {
  db.delete(sealedBallot).where(eq(sealedBallot.campaignId, id)).run();
  return Promise.resolve();
}

export type ResponseRow = Omit<typeof response.$inferSelect, 'campaignId'>;

/** Writes the responses of a closed campaign, once. They come in the order of their digests. */
export function addResponses(db: Writer, id: CampaignId, rows: readonly ResponseRow[]): Promise<void> {
  const insert = db
    .insert(response)
    .values({
      campaignId: sql.placeholder('id'),
      tokenDigest: sql.placeholder('tokenDigest'),
      directionId: sql.placeholder('directionId'),
      answers: sql.placeholder('answers'),
      preparedMessage: sql.placeholder('preparedMessage'),
      signature: sql.placeholder('signature'),
    })
    .prepare();
  for (const row of rows) insert.run({ id, ...row });
  return Promise.resolve();
}

/** The responses of a closed campaign, by digest. */
export function responses(db: Reader, id: CampaignId): Promise<ResponseRow[]> {
  return Promise.resolve(
    db
      .select({
        tokenDigest: response.tokenDigest,
        directionId: response.directionId,
        answers: response.answers,
        preparedMessage: response.preparedMessage,
        signature: response.signature,
      })
      .from(response)
      .where(eq(response.campaignId, id))
      .orderBy(response.tokenDigest)
      .all(),
  );
}

/** Direction and answers alone, for the sums. */
export function answers(
  db: Reader,
  id: CampaignId,
): Promise<{ readonly direction: UnitId; readonly answers: string }[]> {
  return Promise.resolve(
    db
      .select({ direction: response.directionId, answers: response.answers })
      .from(response)
      .where(eq(response.campaignId, id))
      .orderBy(response.tokenDigest)
      .all(),
  );
}
