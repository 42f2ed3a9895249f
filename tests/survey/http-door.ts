import type { PersonId } from '#lib/server/organisation/model.ts';
import type { BallotBody } from './direct-ballot.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Asks the survey's HTTP face. Rejects if the connection breaks. */
export async function post(address: string, body: unknown, cookie?: string): Promise<HttpAnswer> {
  const headers = { 'content-type': 'application/json', ...(cookie === undefined ? {} : { cookie }) };
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, content: (await response.json()) as HttpAnswer['content'] };
}

/** The two calls of a voter, as a browser makes them. */
export function callsTo(origin: string, campaign: string, cookies: ReadonlyMap<PersonId, string>) {
  const face = `${origin}/api/survey/${campaign}`;
  return {
    credential: (person: PersonId, blindedMessage: string) =>
      post(`${face}/credential`, { blindedMessage }, cookies.get(person)),
    vote: (body: BallotBody) => post(`${face}/response`, body),
  };
}
