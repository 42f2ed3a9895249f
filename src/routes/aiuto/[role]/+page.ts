import { error } from '@sveltejs/kit';
import { HELP_SLUGS } from '#lib/ui/help-pages.ts';
import { ROLE_NAMES } from '#lib/ui/viewer.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params }) => {
  const role = ROLE_NAMES.find((name) => HELP_SLUGS[name] === params.role);
  if (role === undefined) error(404);
  return { role };
};
