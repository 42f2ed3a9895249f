import { createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { firstSeen, type FoundResponse, type Snapshot } from './evidence.ts';

/** What the attacker knows beside the files. */
export interface Knowledge {
  /** While the campaign was open, and after the close, in the order of time. */
  readonly snapshots: readonly Snapshot[];
  /** The database that holds the responses. */
  readonly file: string;
  /** As the database gives them. */
  readonly responses: readonly FoundResponse[];
  /** Who has which entry in the table of credentials. */
  readonly credentials: ReadonlyMap<string, Buffer>;
  /** The public board. */
  readonly receipts: readonly { readonly receipt: string; readonly digest: string }[];
  /** Sealed votes found in the copies: their key and what they hold. */
  readonly sealed: readonly SealedVote[];
  /** Keys that the attacker holds: 32 bytes each. */
  readonly keys: readonly Buffer[];
}

export interface SealedVote {
  readonly mac: Buffer;
  readonly sealed: Buffer;
}

/** Responses in the order in which a strategy believes they came; null: it found nothing to go by. */
export type Guess = readonly FoundResponse[] | null;

export type Strategy = (known: Knowledge) => Guess;

const DATABASES = /^(?!backup-)/;

/** Everything that can put responses in an order. The order of the credentials stands in the log beside it. */
export const STRATEGIES: Readonly<Record<string, Strategy>> = {
  'first seen in the files or their logs': (known) => bySight(known, DATABASES),
  'first seen in the backups': (known) => bySight(known, /^backup-/),
  'place in the last file, to the end': (known) => byPlace(known, 1),
  'place in the last file, to the beginning': (known) => byPlace(known, -1),
  'as the database gives them': ({ responses }) => responses,
  'as the database gives them, backwards': ({ responses }) => responses.toReversed(),
  'first seen in the log of the portal': byPortalLog,
  'as the board shows them': ({ receipts, responses }) =>
    receipts.length === 0
      ? null
      : receipts.map(({ digest }) => responses.find((response) => response.digest === digest)!),
  'sealed votes, joined by the order of their keys': (known) => bySealed(known, joinByRank),
  'sealed votes, joined by bytes they share': (known) => bySealed(known, joinByBytes),
  'sealed votes, opened or matched with every key at hand': (known) => bySealed(known, joinByKey),
};

/** Persons in the order in which they fetched their credential. */
export function credentialOrder({ snapshots, credentials }: Knowledge): string[] {
  return ordered([...credentials], ([, entry]) => firstSeen(snapshots, DATABASES, [entry]) ?? 0).map(
    ([person]) => person,
  );
}

function bySight({ snapshots, file, responses }: Knowledge, where: RegExp): Guess {
  const files = new RegExp(`${where.source}.*${file.replace('.', '\\.')}`);
  const seen = responses.map((response) => ({
    response,
    at: firstSeen(snapshots, files, response.marks),
  }));
  if (seen.some(({ at }) => at === null)) return null;
  return ordered(seen, ({ at }) => at!).map(({ response }) => response);
}

function byPlace({ snapshots, file, responses }: Knowledge, direction: 1 | -1): Guess {
  const bytes = snapshots.at(-1)!.files.get(file)!;
  return ordered(responses, ({ marks }) => direction * bytes.indexOf(marks[0]!));
}

function byPortalLog({ snapshots, responses, receipts }: Knowledge): Guess {
  const { log } = snapshots.at(-1)!;
  const place = ({ marks, digest }: FoundResponse) => {
    const shown = receipts.filter((each) => each.digest === digest).map(({ receipt }) => receipt);
    const forms = marks.flatMap((mark) => [mark.toString('hex'), mark.toString('base64url')]);
    return Math.max(...[...shown, ...forms].map((form) => log.indexOf(form)));
  };
  return responses.every((response) => place(response) < 0) ? null : ordered(responses, place);
}

type Join = (known: Knowledge) => ReadonlyMap<SealedVote, FoundResponse>;

/** Sealed votes came in an order that the log shows: all that is missing is which response each became. */
function bySealed(known: Knowledge, join: Join): Guess {
  const joined = join(known);
  if (joined.size === 0) return null;
  const inOrder = ordered([...joined.keys()], ({ mac }) => firstSeen(known.snapshots, DATABASES, [mac]) ?? 0);
  return inOrder.map((sealed) => joined.get(sealed)!);
}

const joinByRank: Join = ({ sealed, responses }) => {
  const votes = sealed.toSorted((a, b) => Buffer.compare(a.mac, b.mac));
  const rows = responses.toSorted((a, b) => (a.digest < b.digest ? -1 : 1));
  return new Map(votes.slice(0, rows.length).map((vote, at) => [vote, rows[at]!]));
};

const SHARED_BYTES = 6;

const joinByBytes: Join = ({ sealed, responses }) => {
  const owners = new Map<string, FoundResponse>();
  for (const response of responses)
    for (const mark of response.marks) for (const piece of pieces(mark)) owners.set(piece, response);
  return joinedBy(sealed, (vote) =>
    [...pieces(vote.mac), ...pieces(vote.sealed)].map((piece) => owners.get(piece)).find(Boolean),
  );
};

function* pieces(bytes: Buffer): Generator<string> {
  for (let at = 0; at + SHARED_BYTES <= bytes.length; at++)
    yield bytes.toString('latin1', at, at + SHARED_BYTES);
}

/** What keys are used for in the portal. */
const PURPOSES = ['token', 'ballot', 'survey', 'totp', 'keyCheck', 'audit'];

const joinByKey: Join = ({ keys, sealed, responses }) => {
  const derived = keys.flatMap((key) => [
    key,
    ...PURPOSES.map((purpose) => Buffer.from(hkdfSync('sha256', key, '', purpose, 32))),
  ]);
  const byMac = new Map<string, FoundResponse>();
  for (const key of derived)
    for (const response of responses)
      for (const mark of response.marks)
        byMac.set(createHmac('sha256', key).update(mark).digest('hex'), response);
  return joinedBy(sealed, (vote) => {
    const content = derived.map((key) => opened(key, vote.sealed)).find((each) => each !== null);
    const inside = content && responses.find(({ marks }) => marks.some((mark) => content.includes(mark)));
    return inside ?? byMac.get(vote.mac.toString('hex'));
  });
};

function joinedBy(
  sealed: readonly SealedVote[],
  find: (vote: SealedVote) => FoundResponse | undefined,
): ReadonlyMap<SealedVote, FoundResponse> {
  const pairs = sealed.map((vote) => [vote, find(vote)] as const);
  return new Map(pairs.flatMap(([vote, response]) => (response ? [[vote, response] as const] : [])));
}

function opened(key: Buffer, sealed: Buffer): Buffer | null {
  const end = sealed.length - 16;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(sealed.subarray(end));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(12, end)), decipher.final()]);
  } catch {
    return null;
  }
}

function ordered<Item>(items: readonly Item[], by: (item: Item) => number): Item[] {
  return items.toSorted((a, b) => by(a) - by(b));
}
