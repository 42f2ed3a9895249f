import type { IncomingMessage, ServerResponse } from 'node:http';
import { portal } from '../database/database.ts';
import { voteCall } from './vote-call.ts';

const PATH = /^\/api\/survey\/([\w-]{1,64})\/response$/;
/** A vote has less than one. */
const MAX_BYTES = 4096;

/** Answers a request; null: it is for the pages. */
export type Direct = (request: IncomingMessage, response: ServerResponse) => Promise<void> | null;

/** Where `src/launch/portal.mjs` finds what goes past the pages. */
export const DIRECT = Symbol.for('accordo.direct');

/**
 * The response call past SvelteKit, whose part of a vote would be larger than that of checking and keeping it
 * (docs/survey-measured.md). Only a vote as the voting page sends it is taken here; whatever is odd about a request, from
 * its length to where it comes from, is SvelteKit's route to judge.
 */
export function directVote(env: Readonly<Partial<Record<string, string>>>): Direct {
  const { ORIGIN } = env;
  const addressOf = addressReader(env);
  return (request, response) => {
    const campaign = request.method === 'POST' ? PATH.exec(request.url ?? '')?.[1] : undefined;
    if (campaign === undefined) return null;
    const { 'content-type': type, 'content-length': length, origin } = request.headers;
    const isPlain = type === 'application/json' && Number(length) <= MAX_BYTES;
    const isOwn = origin === undefined || origin === ORIGIN;
    const address = addressOf(request);
    return isPlain && isOwn && address !== null ? answer(campaign, address, request, response) : null;
  };
}

async function answer(
  campaign: string,
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, content } = await voteCall(portal(), campaign, address, parsed(await textOf(request)));
  const text = JSON.stringify(content);
  response
    .writeHead(status, {
      'Content-Type': 'application/json',
      'Content-Length': text.length,
      'Cache-Control': 'no-store',
    })
    .end(text);
}

function textOf(request: IncomingMessage): Promise<string> {
  return new Promise((fulfil, fail) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      fulfil(Buffer.concat(chunks).toString());
    });
    request.on('error', fail);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Who is counted for the limit, as adapter-node has it; null: it cannot be told. */
function addressReader({
  ADDRESS_HEADER,
  XFF_DEPTH = '1',
}: Readonly<Partial<Record<string, string>>>): (request: IncomingMessage) => string | null {
  const header = ADDRESS_HEADER?.toLowerCase();
  if (!header) return ({ socket }) => socket.remoteAddress ?? null;
  return ({ headers }) => {
    const value = headers[header];
    if (typeof value !== 'string') return null;
    return header === 'x-forwarded-for' ? (value.split(',').at(-Number(XFF_DEPTH))?.trim() ?? null) : value;
  };
}
