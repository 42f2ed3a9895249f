import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { parseLocale } from '#lib/locale/locale.ts';
import { parseTheme } from '#lib/locale/theme.ts';
import { writeCookie } from '#lib/server/http/cookies.ts';
import { localPath } from '#lib/server/http/local-path.ts';
import type { RequestHandler } from './$types';

const A_YEAR = 31_536_000;

/** Language and theme: kept on the device, tied to nobody. */
export const POST: RequestHandler = async (event) => {
  const form = await event.request.formData();
  const locale = parseLocale(form.get('locale'));
  const theme = parseTheme(form.get('theme'));
  if (locale) writeCookie(event, 'locale', locale, A_YEAR);
  if (theme) writeCookie(event, 'theme', theme, A_YEAR);
  redirect(303, localPath(form.get('back')) ?? resolve('/'));
};
