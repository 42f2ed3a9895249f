import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#core/calendar/iso-date.ts';
import type { Portal } from '#lib/server/database/database.ts';
import { portalWith } from '#lib/server/organisation/small-town.ts';
import { structureOn } from '#lib/server/organisation/units/units.ts';
import type { ExampleDocument } from '../example-document.ts';
import { unitId, units } from './units.ts';

const document = JSON.parse(readFileSync('examples/cremona-2025.json', 'utf8')) as ExampleDocument;

let portal: Portal;
let close: () => void;

beforeAll(async () => {
  const body = { units: units(), people: [], assignments: [], appointments: [], remits: [] };
  ({ portal, close } = await portalWith(body));
});

afterAll(() => {
  close();
});

/** Every unit of a day with the name of the unit it stands in, as `name < parent`. */
async function unitsOn(date: string): Promise<string[]> {
  const { units } = await structureOn(portal.read, day(date));
  return [...units.values()].map(({ name, parent }) =>
    parent === null ? name : `${name} < ${units.get(parent)!.name}`,
  );
}

async function difference(before: string, after: string) {
  const [old, young] = await Promise.all([unitsOn(before), unitsOn(after)]);
  return {
    gone: old.filter((unit) => !young.includes(unit)).sort(),
    come: young.filter((unit) => !old.includes(unit)).sort(),
  };
}

async function count(date: string, kind: string): Promise<number> {
  const { units } = await structureOn(portal.read, day(date));
  return [...units.values()].filter((unit) => unit.kind === kind).length;
}

test('on 1 April 2025 the units change as R §2.2 says', async () => {
  const sector = 'Partecipazione, Comunità, Sport';
  expect(await difference('2025-03-31', '2025-04-01')).toEqual({
    gone: [
      'Area I Risorse e Servizi di Staff',
      'Area II Risorse e Servizi di Staff',
      'Economico Finanziario < Area I Risorse e Servizi di Staff',
      'Gare, Partecipate, PNRR < Area II Risorse e Servizi di Staff',
      'Risorse Umane < Area I Risorse e Servizi di Staff',
      'Servizio Comunicazione < Unità Direzionale Segretario Generale',
      'Servizio Gare < Gare, Partecipate, PNRR',
      'Servizio Progetti e Risorse < Unità Direzionale Segretario Generale',
      'Servizio Provveditorato < Sport, Provveditorato',
      'Servizio Quartieri, Beni Comuni < Politiche Sociali',
      'Servizio Segreteria Generale, Organi Istituzionali, Archivio e Protocollo, Anticorruzione e Trasparenza < Unità Direzionale Segretario Generale',
      'Sport, Provveditorato < Area II Risorse e Servizi di Staff',
      'Ufficio Partecipate < Gare, Partecipate, PNRR',
      'Ufficio Segreteria Consiglio Comunale < Servizio Segreteria Generale, Organi Istituzionali, Archivio e Protocollo, Anticorruzione e Trasparenza',
      'Ufficio Sport < Sport, Provveditorato',
      'Ufficio Stampa < Unità Direzionale Segretario Generale',
    ],
    come: [
      'Alta Specializzazione Amministrazione e Bilancio < Area I – Gestione del Territorio',
      'Area Risorse e Servizi di Staff',
      'Cabina di Regia PNRR < Unità Direzionale Segretario Generale',
      'Economico Finanziario < Area Risorse e Servizi di Staff',
      'Partecipazione, Comunità, Sport < Area Servizi alla Comunità',
      'Provveditorato, Gare, Partecipate < Area Risorse e Servizi di Staff',
      'Risorse Umane < Area Risorse e Servizi di Staff',
      `Servizio Comunicazione < ${sector}`,
      'Servizio Gare < Provveditorato, Gare, Partecipate',
      `Servizio Progetti e Risorse < ${sector}`,
      'Servizio Provveditorato < Provveditorato, Gare, Partecipate',
      `Servizio Quartieri, Beni Comuni < ${sector}`,
      'Servizio Segreteria Generale, Organi Istituzionali, Archivio e Protocollo < Unità Direzionale Segretario Generale',
      'Ufficio Anticorruzione e Trasparenza < Unità Direzionale Segretario Generale',
      'Ufficio Biblioteche e lettura < Cultura e Turismo',
      'Ufficio Energia < Area Vasta, Ambiente, Transizione Ecologica',
      'Ufficio Food Policy < Servizio Ambiente ed Ecologia',
      'Ufficio Musica ed Eventi < Servizio Promozione, Informazione, Accoglienza Turistica',
      'Ufficio Partecipate < Provveditorato, Gare, Partecipate',
      'Ufficio Progettazione Verde < Servizio Progettazione Verde, Rigenerazione Urbana, Piccole cose',
      'Ufficio Segreteria Consiglio Comunale < Servizio Segreteria Generale, Organi Istituzionali, Archivio e Protocollo',
      `Ufficio Sport < ${sector}`,
      `Ufficio Stampa < ${sector}`,
    ],
  });
});

test('on 1 August 2025 the units change as R §2.2 says', async () => {
  const bandi = 'Servizio Bandi, Sviluppo Territorio, Cooperazione Internazionale, Servizi di Supporto';
  expect(await difference('2025-07-31', '2025-08-01')).toEqual({
    gone: [
      'Servizio Progetti e Risorse < Partecipazione, Comunità, Sport',
      'Servizio Quartieri, Beni Comuni < Partecipazione, Comunità, Sport',
    ],
    come: [
      `${bandi} < Unità Direzionale Segretario Generale`,
      'Servizio Reti di Comunità < Partecipazione, Comunità, Sport',
      `Ufficio Europa < ${bandi}`,
      `Ufficio Sviluppo Territorio, Cooperazione Internazionale < ${bandi}`,
    ],
  });
});

test('nothing changes on another day', async () => {
  for (const [before, after] of [
    ['2024-01-01', '2025-03-31'],
    ['2025-04-01', '2025-07-31'],
    ['2025-08-01', '2026-12-31'],
  ] as const)
    expect(await difference(before, after)).toEqual({ gone: [], come: [] });
});

test('there are as many units as R §2.2 counts', async () => {
  expect(await count('2025-03-31', 'area')).toBe(5);
  expect(await count('2025-04-01', 'area')).toBe(4);
  expect(await count('2025-04-01', 'service')).toBe(34);
  expect(await count('2025-08-01', 'service')).toBe(34);
  expect(await count('2025-08-01', 'specialist')).toBe(3);
  expect(await count('2025-08-01', 'taskForce')).toBe(1);
  // R counts 13 sectors and the unit of the Segretario Generale; the cycle's document has 13 with it.
  expect(await count('2025-08-01', 'direction')).toBe(13);
});

test('the year ends with the directions of the document', async () => {
  const { units } = await structureOn(portal.read, day('2025-12-31'));
  for (const { id, name } of document.directions)
    expect(units.get(unitId(id))).toMatchObject({ name, kind: 'direction' });
});
