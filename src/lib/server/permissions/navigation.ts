import type { Pathname } from '$app/types';
import { m } from '#lib/paraglide/messages.js';
import { scopesOf, type Subject } from './permission.ts';
import type { Action } from './table.ts';

interface Item {
  readonly href: Pathname;
  readonly label: () => string;
  /** Null: everybody who is signed in. */
  readonly action: Action | null;
}

const ITEMS: readonly Item[] = [
  { href: '/', label: m.permissions_nav_home, action: null },
  { href: '/scadenze', label: m.permissions_nav_deadlines, action: null },
  { href: '/organizzazione', label: m.permissions_nav_organisation, action: 'organisation.read' },
  { href: '/persone', label: m.permissions_nav_people, action: 'person.find' },
  { href: '/obiettivi', label: m.objectives_title, action: 'objective.read' },
  { href: '/servizi', label: m.services_nav, action: 'service.read' },
  { href: '/dati', label: m.permissions_nav_data, action: 'cycle.data.read' },
  { href: '/risultati', label: m.permissions_nav_results, action: 'result.entity.read' },
  { href: '/sondaggi', label: m.survey_manage_nav, action: 'survey.read' },
  { href: '/amministrazione/utenti', label: m.permissions_nav_accounts, action: 'account.read' },
  { href: '/amministrazione/registro', label: m.permissions_nav_audit, action: 'audit.read' },
];

/** The sections that are open to somebody. */
export function navigationOf(subject: Subject): { href: Pathname; label: string }[] {
  const items = ITEMS.filter(({ action }) => action === null || scopesOf(subject, action).size > 0).map(
    ({ href, label }) => ({ href, label: label() }),
  );
  if (scopesOf(subject, 'guideline.give').has('own'))
    items.push({ href: '/indirizzi', label: m.direction_nav_guidelines() });
  if (scopesOf(subject, 'result.person.read').size === 0) return items;
  const own = { href: `/risultati/persone/${subject.person}`, label: m.permissions_nav_ownSheet() } as const;
  return items.toSpliced(1, 0, own);
}
