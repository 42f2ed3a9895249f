import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { PersonId } from '#lib/server/organisation/model.ts';
import { receiptOf, tokenDigest } from '#lib/server/survey/receipt.ts';
import { anyAnswers, type BallotBody } from '../direct-ballot.ts';
import { ballot, base64url, blind, importKey } from '../voter.ts';
import type { FoundResponse } from './evidence.ts';

/** How a person gets to the portal: over HTTP, or through its services. */
export interface Door {
  credential(
    person: PersonId,
    blindedMessage: string,
  ): Promise<{ readonly direction: string; readonly blindSignature: string }>;
  vote(body: BallotBody): Promise<void>;
}

export interface Voting {
  readonly publicKey: string;
  readonly door: Door;
  readonly people: readonly PersonId[];
  /** How many at once. */
  readonly parallel: number;
  /** A vote is sent a random while after its credential, up to so many milliseconds. */
  readonly delay: number;
  readonly controls: Controls;
  /** Called after each quarter of the votes. */
  readonly snapshot: () => void;
}

const QUARTERS = 4;

/**
 * Lets everybody fetch the credential and vote, in a random order.
 *
 * @returns whose response is which, by digest: what the attacker is after
 */
export async function letVote(voting: Voting): Promise<ReadonlyMap<string, string>> {
  const { people, parallel, delay, door, controls } = voting;
  const key = await importKey(voting.publicKey);
  const truth = new Map<string, string>();
  const waiting = shuffled(people);
  const sending: Promise<void>[] = [];

  async function send(person: PersonId, body: BallotBody): Promise<void> {
    if (delay > 0) await pause(randomInt(delay));
    await door.vote(body);
    const token = Buffer.from(body.preparedMessage, 'base64url').subarray(-32);
    truth.set(person, tokenDigest(token).toString('hex'));
    controls.keep(body);
    if (truth.size % Math.ceil(people.length / QUARTERS) === 0) voting.snapshot();
  }

  async function voters(): Promise<void> {
    for (let person = waiting.pop(); person !== undefined; person = waiting.pop()) {
      const blinded = await blind(key);
      const { direction, blindSignature } = await door.credential(person, base64url(blinded.blinded));
      const sent = send(person, await ballot(key, direction, blinded, blindSignature, anyAnswers()));
      if (delay === 0) await sent;
      else sending.push(sent);
    }
  }

  await Promise.all(Array.from({ length: parallel }, voters));
  await Promise.all(sending);
  return truth;
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  const rest = [...items];
  return items.map(() => rest.splice(randomInt(rest.length), 1)[0]!);
}

/** How votes are often kept, to see that the attacker is not toothless. */
export const CONTROLS = {
  /** A row number in the order of arrival. */
  'naive.sqlite': 'CREATE TABLE response (number INTEGER PRIMARY KEY, digest BLOB, answers TEXT)',
  /** No row number, under a digest that says nothing: but written when the vote comes. */
  'keyed.sqlite': 'CREATE TABLE response (digest BLOB PRIMARY KEY, answers TEXT) WITHOUT ROWID',
} as const;

export interface Controls {
  readonly keep: (body: BallotBody) => void;
  readonly close: () => void;
}

/** Databases beside the portal's that keep the same votes in the usual ways. */
export function openControls(folder: string): Controls {
  const stores = Object.entries(CONTROLS).map(([name, table]) => {
    const db = new Database(join(folder, name));
    db.pragma('journal_mode = WAL');
    db.exec(table);
    return { db, insert: db.prepare('INSERT INTO response (digest, answers) VALUES (?, ?)') };
  });
  return {
    keep({ preparedMessage, answers }) {
      const token = Buffer.from(preparedMessage, 'base64url').subarray(-32);
      for (const { insert } of stores) insert.run(tokenDigest(token), answers.join(''));
    },
    close() {
      for (const { db } of stores) db.close();
    },
  };
}

/** The responses of a control, as its database gives them. */
export function controlResponses(file: string): FoundResponse[] {
  const db = new Database(file, { readonly: true });
  const rows = db.prepare('SELECT digest FROM response').all() as { digest: Buffer }[];
  db.close();
  return rows.map(({ digest }) => ({ digest: digest.toString('hex'), marks: [digest] }));
}

interface ResponseRow {
  readonly token_digest: Buffer;
  readonly prepared_message: Buffer;
  readonly signature: Buffer;
}

/** The responses of a closed campaign, as the portal's database gives them, with their receipts. */
export function portalResponses(file: string) {
  const db = new Database(file, { readonly: true });
  const rows = db
    .prepare('SELECT token_digest, prepared_message, signature FROM response')
    .all() as ResponseRow[];
  db.close();
  const responses = rows.map(({ token_digest, prepared_message, signature }) => ({
    digest: token_digest.toString('hex'),
    marks: [token_digest, prepared_message.subarray(-32), prepared_message, signature],
  }));
  const receipts = responses
    .map(({ digest, marks }) => ({ digest, receipt: receiptOf(marks[1]!) }))
    .sort((a, b) => (a.receipt < b.receipt ? -1 : 1));
  return { responses, receipts };
}

/** Sealed votes in a copy of the time when the campaign was open. */
export function sealedVotes(file: string): { mac: Buffer; sealed: Buffer }[] {
  const db = new Database(file, { readonly: true });
  const rows = db.prepare('SELECT token_mac, sealed FROM sealed_ballot').all();
  db.close();
  return (rows as { token_mac: Buffer; sealed: Buffer }[]).map(({ token_mac, sealed }) => ({
    mac: token_mac,
    sealed,
  }));
}

/** Who has which entry in the table of credentials. */
export function credentialEntries(file: string): ReadonlyMap<string, Buffer> {
  const db = new Database(file, { readonly: true });
  const rows = db.prepare('SELECT person_id, blinded_digest FROM credential').all();
  db.close();
  return new Map(
    (rows as { person_id: string; blinded_digest: string }[]).map(({ person_id, blinded_digest }) => [
      person_id,
      Buffer.from(blinded_digest),
    ]),
  );
}
