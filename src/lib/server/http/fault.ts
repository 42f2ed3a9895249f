import { randomInt } from 'node:crypto';

/** Without letters and digits that are mistaken for each other on the telephone. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A code that a person can read out: it joins what they saw to the line in the log. */
export const faultId = () =>
  Array.from({ length: 8 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');

export interface Fault {
  id: string;
  status: number;
  method: string;
  /** The route's pattern, never the address: addresses may hold names and ids. */
  route: string | null;
  error: unknown;
}

/** One line of JSON for the server's log: what happened and where in the code, nothing about who asked. */
export function faultLine({ id, status, method, route, error }: Fault, at: Date): string {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return JSON.stringify({
    level: 'error',
    at: at.toISOString(),
    id,
    status,
    method,
    route,
    name,
    message,
    stack,
  });
}

/** Writes the line and gives back the code that a person can read out. */
export function reportFault(fault: Omit<Fault, 'id'>): string {
  const id = faultId();
  process.stderr.write(`${faultLine({ id, ...fault }, new Date())}\n`);
  return id;
}
