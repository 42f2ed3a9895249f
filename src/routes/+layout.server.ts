import { portal } from '#lib/server/database/database.ts';
import { installationOf } from '#lib/server/installation/installation.ts';
import { personOf } from '#lib/server/organisation/people/people.ts';
import { navigationOf } from '#lib/server/permissions/navigation.ts';
import { openSurveyFor } from '#lib/server/survey/open-survey.ts';
import type { Frame } from '#lib/ui/viewer.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url }): Promise<Frame> => {
  const { read } = portal();
  const { locale, theme, signedIn } = locals;
  const installation = await installationOf(read);
  const person = signedIn && (await personOf(read, signedIn.session.person));
  return {
    survey: signedIn?.session.stage === 'open' ? await openSurveyFor(read, signedIn.session.person) : null,
    // Read here, so that the frame is made anew with every page: roles and names are those of now.
    path: url.pathname,
    locale,
    theme,
    entityName: installation?.entityName ?? '',
    demo: installation?.mode === 'demo',
    viewer: person && { name: `${person.givenName} ${person.familyName}`, roles: signedIn.subject.roles },
    navigation: signedIn?.session.stage === 'open' ? navigationOf(signedIn.subject) : [],
  };
};
