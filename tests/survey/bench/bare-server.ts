/**
 * What this machine can do at best: bare `node:http`, the signature checked, and a durable insert in which everything that
 * came in one turn of the event loop is one transaction. No rules, no framework, nothing sealed.
 *
 * Arguments: file of the database, port, public key (SPKI in base64url).
 */
import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import Database from 'better-sqlite3';
import { isSignature, publicKeyOf } from '#lib/server/survey/signing.ts';
import type { BallotBody } from '../direct-ballot.ts';

const [file, port, spki] = process.argv.slice(2) as [string, string, string];
const publicKey = publicKeyOf(spki);
const db = new Database(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE vote (digest BLOB PRIMARY KEY, vote BLOB NOT NULL) STRICT, WITHOUT ROWID');
const insert = db.prepare('INSERT INTO vote VALUES (?, ?)');

let waiting: { readonly digest: Buffer; readonly vote: Buffer; readonly response: ServerResponse }[] = [];

function commit(): void {
  const group = waiting;
  waiting = [];
  db.exec('BEGIN IMMEDIATE');
  for (const { digest, vote } of group) insert.run(digest, vote);
  db.exec('COMMIT');
  for (const { response } of group) answer(response, 201);
}

function answer(response: ServerResponse, status: number): void {
  const body = '{"receipt":"7K2M-Q9XD-04TC-HB5E"}';
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': body.length }).end(body);
}

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const vote = Buffer.concat(chunks);
    const { preparedMessage, signature } = JSON.parse(vote.toString()) as Partial<BallotBody>;
    if (preparedMessage === undefined || signature === undefined) {
      answer(response, 400);
      return;
    }
    const prepared = Buffer.from(preparedMessage, 'base64url');
    if (!isSignature(publicKey, prepared, Buffer.from(signature, 'base64url'))) {
      answer(response, 403);
      return;
    }
    waiting.push({ digest: createHash('sha256').update(prepared).digest(), vote, response });
    if (waiting.length === 1) setImmediate(commit);
  });
}).listen(Number(port), '127.0.0.1');
