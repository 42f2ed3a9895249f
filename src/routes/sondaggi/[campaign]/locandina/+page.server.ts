import { resolve } from '$app/paths';
import { formatDate } from '#lib/locale/format.ts';
import { withLocale } from '#lib/locale/locale.server.ts';
import { LOCALES } from '#lib/locale/locale.ts';
import { today } from '#lib/server/calendar/today.ts';
import { portal } from '#lib/server/database/database.ts';
import { qrCode } from '#lib/server/identity/qr-code.ts';
import { installationOf } from '#lib/server/installation/installation.ts';
import { knownCampaign } from '../campaign-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const { id, title, closesAt } = await knownCampaign(params.campaign);
  const lastDay = today(new Date(closesAt));
  const address = url.origin + resolve('/sondaggio');
  return {
    campaign: { id, title },
    body: (await installationOf(portal().read))?.entityName ?? '',
    // The poster speaks both languages, whichever the page is in.
    languages: LOCALES.map((locale) => ({
      locale,
      lastDay: withLocale(locale, () => formatDate(lastDay)),
    })),
    address,
    anonymity: url.origin + resolve('/sondaggio/anonimato'),
    qr: qrCode(address),
  };
};
