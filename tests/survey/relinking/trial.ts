import { join } from 'node:path';
import type { Keyring } from '#lib/server/secrets/keyring.ts';
import type { Knowledge } from './attacker.ts';
import type { Snapshot } from './evidence.ts';
import { scores, type Score } from './score.ts';
import { CONTROLS, controlResponses, credentialEntries, portalResponses, sealedVotes } from './voting.ts';

export interface Trial {
  readonly folder: string;
  /** While the campaign was open, and the last one after the close. */
  readonly snapshots: readonly Snapshot[];
  /** The copies of the last moment when the campaign was open. */
  readonly lastOpen: string;
  readonly truth: ReadonlyMap<string, string>;
  readonly keys: Keyring;
  /** What is in `accordo.key`. */
  readonly portalKey: Buffer;
  /** The destroyed one; no attacker has it, but the one who shows what it protects. */
  readonly campaignKey: Buffer;
}

export const DATABASE = 'accordo.sqlite';

/** What each attacker finds, by what that attacker holds. */
export function attackers(trial: Trial): Record<string, readonly Score[]> {
  const { snapshots, lastOpen, folder, truth, keys, portalKey, campaignKey } = trial;
  const { responses, receipts } = portalResponses(join(folder, DATABASE));
  const backup = join(lastOpen, `backup-${DATABASE}`);
  const known: Knowledge = {
    snapshots,
    file: DATABASE,
    responses,
    receipts,
    credentials: credentialEntries(backup),
    sealed: sealedVotes(backup),
    keys: [],
  };
  const leftOver = snapshots.flatMap((snapshot) => campaignKeysIn(snapshot, keys));
  const control = (name: string) => {
    const rows = controlResponses(join(folder, name));
    return scores({ ...known, file: name, responses: rows, receipts: [], sealed: [] }, truth);
  };
  return {
    'the files and the logs': scores(known, truth),
    'and accordo.key': scores({ ...known, keys: [portalKey, ...leftOver] }, truth),
    'control: with the campaign key': scores({ ...known, keys: [campaignKey] }, truth),
    ...Object.fromEntries(Object.keys(CONTROLS).map((name) => [`control: ${name}`, control(name)])),
  };
}

/** Campaign keys that were left anywhere in the files, sealed with the portal's key. */
function campaignKeysIn({ files, log }: Snapshot, keys: Keyring): Buffer[] {
  const texts = [...[...files.values()].map((bytes) => bytes.toString('latin1')), log];
  return texts.flatMap((text) =>
    (text.match(/[\w-]{90,120}/g) ?? []).flatMap((written) => {
      const key = keys.unseal('survey', written);
      return key === null ? [] : [Buffer.from(key, 'base64url')];
    }),
  );
}
