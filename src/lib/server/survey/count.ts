import { createHash } from 'node:crypto';
import type { Reader } from '../database/database.ts';
import type { UnitId } from '../organisation/model.ts';
import { tokenOf, unpacked } from './ballot.ts';
import * as ballots from './ballot-store.ts';
import type { CampaignKey } from './campaign-key.ts';
import type { Campaign } from './model.ts';
import { before, publishedText } from './publication.ts';
import { tokenDigest } from './receipt.ts';
import * as store from './store.ts';

/** A counted campaign: its responses in the order of their digests, and what is published of them, frozen. */
export interface Counted {
  readonly rows: readonly ballots.ResponseRow[];
  readonly result: string;
  readonly digest: string;
}

/** Opens the sealed votes. The order they are kept in goes no further than this function. */
export async function countBallots(db: Reader, campaign: Campaign, key: CampaignKey): Promise<Counted> {
  const rows = (await ballots.allSealed(db, campaign.id))
    .map((sealed): ballots.ResponseRow => {
      const ballot = unpacked(key.unseal(sealed));
      return {
        tokenDigest: tokenDigest(tokenOf(ballot)),
        directionId: ballot.direction as UnitId,
        answers: ballot.answers,
        preparedMessage: ballot.prepared,
        signature: ballot.signature,
      };
    })
    .sort((a, b) => Buffer.compare(a.tokenDigest, b.tokenDigest));
  const invited = await store.invitedCounts(db, campaign.id);
  const earlier = await before(db, campaign);
  const result = await publishedText(db, campaign, rows, invited, earlier?.id ?? null);
  return { rows, result, digest: createHash('sha256').update(result).digest('hex') };
}
