import { resolve } from '$app/paths';
import type { SessionStage } from './model.ts';

/** Where each step of the sign-in is done; the last opens the portal. */
export const STEP_ADDRESS = {
  secondFactor: resolve('/accesso/codice'),
  secondFactorSetup: resolve('/accesso/nuovo-codice'),
  newPassword: resolve('/accesso/nuova-password'),
  open: resolve('/'),
} satisfies Record<SessionStage, string>;

/**
 * Where to go on after a step.
 *
 * @param next the page that was asked for in the beginning; it is carried along until the portal is open
 */
export function nextStep(stage: SessionStage, next: string | null): string {
  if (stage === 'open') return next ?? STEP_ADDRESS.open;
  return next === null ? STEP_ADDRESS[stage] : `${STEP_ADDRESS[stage]}?dopo=${encodeURIComponent(next)}`;
}
