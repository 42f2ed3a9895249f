import type { Pathname } from '$app/types';

/** The address of an objective: its code may hold what an address may not. */
export function objectiveHref(id: string): Pathname {
  return `/obiettivi/${encodeURIComponent(id)}`;
}
