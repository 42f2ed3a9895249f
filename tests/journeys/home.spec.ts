import { LOGINS, PEOPLE, type Login } from '../portal/people.ts';
import { signIn } from '../portal/sign-in.ts';
import { expect, test } from '../portal/test.ts';

interface Room {
  readonly sections: readonly string[];
  readonly tasks: readonly (string | RegExp)[];
}

const sheet = 'Leggi la tua scheda del 2025';
const results = 'Leggi i risultati del 2025';
/** The demo's accounts with a second factor have no recovery codes yet. */
const codes = 'Rinnova i codici di recupero';

/** What each role finds at home, written from docs/roles.md and not from the table in the code. */
const ROOMS: Readonly<Record<Login, Room>> = {
  dipendente: {
    sections: ['Da fare', 'La tua scheda', 'Scadenze', 'Organizzazione', 'Obiettivi'],
    tasks: [sheet],
  },
  eq: {
    sections: ['Da fare', 'La tua scheda', 'Scadenze', 'Organizzazione', 'Persone', 'Obiettivi', 'Servizi'],
    tasks: [sheet],
  },
  dirigente: {
    sections: ['Da fare', 'La tua scheda', 'Scadenze', 'Organizzazione', 'Persone', 'Obiettivi', 'Servizi'],
    tasks: ['Leggi il risultato: Cultura e Turismo', sheet],
  },
  segretario: {
    sections: [
      ...['Da fare', 'Scadenze', 'Organizzazione', 'Persone', 'Obiettivi', 'Servizi', 'Dati'],
      ...['Risultati', 'Sondaggi'],
    ],
    tasks: [results],
  },
  nucleo: {
    sections: [
      ...['Da fare', 'Scadenze', 'Organizzazione', 'Obiettivi', 'Servizi', 'Dati'],
      ...['Risultati', 'Sondaggi'],
    ],
    tasks: [/^Certifica gli obiettivi rendicontati \(\d+\)$/, results, codes],
  },
  programmazione: {
    sections: [
      ...[
        'Da fare',
        'La tua scheda',
        'Scadenze',
        'Organizzazione',
        'Persone',
        'Obiettivi',
        'Servizi',
        'Dati',
      ],
      ...['Risultati', 'Sondaggi'],
    ],
    tasks: [results, sheet, codes],
  },
  personale: {
    sections: ['Da fare', 'La tua scheda', 'Scadenze', 'Organizzazione', 'Persone', 'Obiettivi', 'Dati'],
    tasks: [sheet, codes],
  },
  sindaco: { sections: ['Da fare', 'Scadenze', 'Organizzazione', 'Indirizzi'], tasks: [] },
  amministratore: {
    sections: ['Da fare', 'Scadenze', 'Organizzazione', 'Persone', 'Utenti', 'Registro'],
    tasks: [/^\d+ persone in servizio non hanno un utente$/, codes],
  },
};

for (const login of LOGINS)
  test(`«${login}» comes in and finds the own name, roles, sections and tasks`, async ({ page }) => {
    const { name, roles } = PEOPLE[login];
    const { sections, tasks } = ROOMS[login];
    await signIn(page, login);
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(`Ciao, ${name}`);
    await expect(main.locator('.lead')).toHaveText(roles.join(', '));
    await expect(page.getByRole('banner').getByRole('link', { name })).toHaveAttribute('href', '/profilo');
    await expect(page.getByRole('navigation', { name: 'Sezioni del portale' }).getByRole('link')).toHaveText([
      ...sections,
    ]);
    await expect(main.getByRole('heading', { level: 3 })).toHaveText([...tasks]);
    if (tasks.length === 0) await expect(main.getByText('Ora non c’è niente da fare')).toBeVisible();
    await expect(main.getByRole('heading', { name: 'Il ciclo 2025' })).toBeVisible();
    await expect(main.locator('[aria-current="step"]')).toHaveCount(1);

    // Every section and every task opens what it says.
    const targets = await page
      .locator('nav.navigation .container > ul a, main h3 a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(targets).toHaveLength(sections.length + tasks.length);
    for (const target of new Set(targets))
      expect((await page.request.get(target)).status(), target).toBe(200);
  });

test('who has not signed in is told what the portal is and where to go in', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Il ciclo della performance, spiegato');
  await expect(page.getByRole('navigation', { name: 'Sezioni del portale' })).toHaveCount(0);
  await page.getByRole('main').getByRole('link', { name: 'Accedi' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accesso');
});

test('on a phone the sections open from the menu, without a script', async ({ openAs }) => {
  const page = await openAs('eq', { viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  await page.goto('/');
  const sections = page.getByRole('navigation', { name: 'Sezioni del portale' });
  await expect(sections.getByRole('link')).toHaveCount(0);
  await sections.getByText('Menu').click();
  await sections.getByRole('link', { name: 'La tua scheda' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('La tua scheda');
});
