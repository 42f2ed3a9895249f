import type { Pathname } from '$app/types';
import type { Locale } from '#lib/locale/locale.ts';
import type { Theme } from '#lib/locale/theme.ts';

/** The roles of src/lib/server/permissions/roles.ts, as far as a page may know of them. */
export const ROLE_NAMES = [
  'employee',
  'eqHolder',
  'executive',
  'secretaryGeneral',
  'evaluationBoard',
  'technicalStructure',
  'humanResources',
  'councillor',
  'administrator',
] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

/** Who is signed in, as the header shows it. */
export interface Viewer {
  readonly name: string;
  readonly roles: readonly RoleName[];
}

export interface NavigationItem {
  readonly href: Pathname;
  readonly label: string;
}

/** What the frame around every page is made from: the answer of src/routes/+layout.server.ts. */
export interface Frame {
  /** The address that it was made for. */
  readonly path: string;
  readonly locale: Locale;
  readonly theme: Theme;
  /** Name of the body; empty before the installation has one. */
  readonly entityName: string;
  /** True if the portal shows the example year. */
  readonly demo: boolean;
  /** An open survey to which the person is invited; `holder` tells several people on one device apart. */
  readonly survey: {
    readonly campaign: string;
    readonly title: string;
    readonly direction: string;
    readonly holder: string;
  } | null;
  /** null: nobody has signed in. */
  readonly viewer: Viewer | null;
  readonly navigation: readonly NavigationItem[];
}
