import type { PersonId, UnitId } from '../organisation/model.ts';
import type { Role } from './roles.ts';
import { PERMISSIONS, type Action, type Scope } from './table.ts';

/** Who asks: a person with the roles and the units of this day. */
export interface Subject {
  readonly person: PersonId;
  readonly roles: readonly Role[];
  /** Services and directions that the person leads today, also in somebody's place. */
  readonly leads: ReadonlySet<UnitId>;
}

/** What is asked for. */
export type Target =
  /** The whole entity, or what is not divided. */
  | { readonly kind: 'entity' }
  /** A person, with the services and directions where the person works. */
  | {
      readonly kind: 'person';
      readonly person: PersonId;
      readonly services: readonly UnitId[];
      readonly directions: readonly UnitId[];
    }
  | { readonly kind: 'direction'; readonly direction: UnitId };

export const ENTITY: Target = { kind: 'entity' };

/** Whether somebody may do something to something. Nobody else decides it. */
export function may(subject: Subject, action: Action, target: Target): boolean {
  return subject.roles.some((role) => reaches(subject, PERMISSIONS[role][action], target));
}

/** The scopes in which somebody may do something: what a list of several may show. */
export function scopesOf(subject: Subject, action: Action): ReadonlySet<Scope> {
  return new Set(subject.roles.flatMap((role) => PERMISSIONS[role][action] ?? []));
}

/** A wider scope holds what the narrower ones hold: who may read a direction may read the own person. */
function reaches({ person, leads }: Subject, scope: Scope | undefined, target: Target): boolean {
  if (scope === undefined) return false;
  if (scope === 'entity') return true;
  if (target.kind === 'entity') return false;
  if (target.kind === 'direction') return scope === 'direction' && leads.has(target.direction);
  if (target.person === person) return true;
  const units =
    scope === 'direction'
      ? [...target.services, ...target.directions]
      : scope === 'service'
        ? target.services
        : [];
  return units.some((unit) => leads.has(unit));
}
