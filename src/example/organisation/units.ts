import type { IsoDate } from '#core/calendar/iso-date.ts';
import type { UnitHistory, UnitId, UnitKind } from '#lib/server/organisation/model.ts';
import { changedFrom, endedOn, type UnitChange } from '#lib/server/organisation/units/history.ts';
import { DIRECTIONS } from '../directions.ts';
import { APRIL, AUGUST, BEGINNING, LAST_OF_JULY, LAST_OF_MARCH } from './dates.ts';

/** The id of a unit of the example. */
export const unitId = (id: string): UnitId => id as UnitId;

type Made = readonly [id: string, name: string, parent: string | null, from?: IsoDate];

const made =
  (kind: UnitKind) =>
  ([id, name, parent, from = BEGINNING]: Made): UnitHistory => ({
    id: unitId(id),
    kind,
    versions: [{ name, parent: parent === null ? null : unitId(parent), from, to: null }],
  });

/**
 * In which area a direction stands. R §2.2 tells it of some; the others stand where their name belongs, and Polizia
 * Locale, like the unit of the Segretario Generale, directly under the entity.
 */
const AREA_OF: Readonly<Record<string, string | null>> = {
  d01: null,
  d02: 'a01',
  d03: 'a01',
  d04: 'a01',
  d05: 'a01',
  d06: 'a03',
  d07: 'a04',
  d08: 'a04',
  d09: 'a05',
  d10: 'a05',
  d11: 'a02',
  d12: 'a02',
  d13: null,
};

const AREAS: readonly Made[] = [
  ['a01', 'Area Servizi alla Comunità', null],
  ['a02', 'Area I Risorse e Servizi di Staff', null],
  ['a03', 'Area II Risorse e Servizi di Staff', null],
  ['a04', 'Area I – Gestione del Territorio', null],
  ['a05', 'Area II – Gestione del Territorio', null],
];

/** Those of the cycle, and the one that ended in March. */
const ALL_DIRECTIONS: readonly Made[] = [
  ...DIRECTIONS.map(({ id, name }): Made => {
    const nameBefore = id === 'd06' ? 'Gare, Partecipate, PNRR' : name;
    return [id, nameBefore, AREA_OF[id]!, id === 'd05' ? APRIL : BEGINNING];
  }),
  ['d14', 'Sport, Provveditorato', 'a03'],
];

/**
 * 34 services, before and after each reorganisation, as R §2.2 counts them; one for each EQ of the example. Names are
 * those of R §2.1, §2.2, §2.6, §3.1 and §3.2 where it has them, otherwise made from its list of 75 services to the
 * public (§3.1). Where R does not tell the direction, it is made up.
 */
const SERVICES: readonly Made[] = [
  ['s01', 'Servizio Sicurezza Stradale e Infortunistica', 'd01'],
  ['s02', 'Servizio Polizia di Prossimità e Commerciale', 'd01'],
  ['s03', 'Servizio Centrale Operativa, Sanzioni e Contenzioso', 'd01'],
  ['s04', 'Servizio Asili Nido', 'd02'],
  ['s05', 'Servizio Scuole dell’Infanzia e Ristorazione Scolastica', 'd02'],
  ['s06', 'Servizio Informagiovani, Orientamento Scuola Università Sviluppo Lavoro', 'd02'],
  ['s07', 'Servizio Sociale di Territorio', 'd03'],
  ['s08', 'Servizio Alloggi e Rendicontazioni', 'd03'],
  ['s09', 'Servizio Minori e Famiglie', 'd03'],
  ['s10', 'Servizio Disabilità e Anziani', 'd03'],
  ['s11', 'Servizio Quartieri, Beni Comuni', 'd03'],
  ['s12', 'Servizio Sistema Museale', 'd04'],
  ['s13', 'Servizio Promozione, Informazione, Accoglienza Turistica', 'd04'],
  ['s14', 'Servizio Distretto Culturale, UNESCO', 'd04'],
  ['s15', 'Servizio Comunicazione', 'd13'],
  // R §2.4 counts somebody of «Progetti e Risorse» with the Segretario Generale in 2024.
  ['s16', 'Servizio Progetti e Risorse', 'd13'],
  ['s17', 'Servizio Reti di Comunità', 'd05', AUGUST],
  ['s18', 'Servizio Gare', 'd06'],
  ['s19', 'Servizio Provveditorato', 'd14'],
  ['s20', 'Servizio Sedi Istituzionali, Musei, ERP', 'd07'],
  ['s21', 'Servizio Edilizia Scolastica, Sportiva e Cimiteriale', 'd07'],
  ['s22', 'Servizio Impianti del Patrimonio Edilizio', 'd07'],
  ['s23', 'Servizio Progettazione Verde, Rigenerazione Urbana, Piccole cose', 'd08'],
  ['s24', 'Servizio Viabilità, Suolo e Sottosuolo, Protezione Civile, Illuminazione e TPL', 'd08'],
  ['s25', 'Servizio Ambiente ed Ecologia', 'd09'],
  ['s26', 'Servizio Area Vasta', 'd09'],
  ['s27', 'Servizio Sportello Unico Imprese', 'd10'],
  ['s28', 'Servizio Pianificazione Urbana e Sportello Unico Edilizia', 'd10'],
  ['s29', 'Servizio Distretto Urbano del Commercio', 'd10'],
  ['s30', 'Servizio Entrate Tributarie', 'd11'],
  ['s31', 'Servizio Contabilità e Bilancio', 'd11'],
  ['s32', 'Servizi Demografici e Statistica', 'd11'],
  ['s33', 'Servizio Gestione Personale e Relazioni Sindacali', 'd12'],
  [
    's34',
    'Servizio Programmazione, Controllo di Gestione, Contabilità Analitica, Organizzazione, Sviluppo Risorse Umane, Sistema Qualità',
    'd12',
  ],
  [
    's35',
    'Servizio Segreteria Generale, Organi Istituzionali, Archivio e Protocollo, Anticorruzione e Trasparenza',
    'd13',
  ],
  [
    's36',
    'Servizio Bandi, Sviluppo Territorio, Cooperazione Internazionale, Servizi di Supporto',
    'd13',
    AUGUST,
  ],
];

const OFFICES: readonly Made[] = [
  ['o01', 'Ufficio Centrale Operativa e Videosorveglianza', 's03'],
  ['o02', 'Ufficio Sanzioni e Contenzioso', 's03'],
  ['o03', 'Ufficio Polizia Commerciale', 's02'],
  ['o04', 'Ufficio Ristorazione Scolastica', 's05'],
  ['o05', 'Ufficio Biblioteche e lettura', 'd04', APRIL],
  ['o06', 'Ufficio Musica ed Eventi', 's13', APRIL],
  ['o07', 'Ufficio Stampa', 'd13'],
  ['o08', 'Ufficio Sport', 'd14'],
  ['o09', 'Ufficio Partecipate', 'd06'],
  ['o10', 'Ufficio Programmazione Opere Pubbliche e Gestione Amministrativa', 'd07'],
  ['o11', 'Ufficio Tecnico Patrimonio', 'd07'],
  ['o12', 'Ufficio Amministrativo Cimiteriale', 'd07'],
  ['o13', 'Ufficio Progettazione Verde', 's23', APRIL],
  ['o14', 'Ufficio Energia', 'd09', APRIL],
  ['o15', 'Ufficio Food Policy', 's25', APRIL],
  ['o16', 'Ufficio Formazione, Sistema Qualità e Smart Working', 's34'],
  ['o17', 'Ufficio ICT e Agenda Digitale', 'd12'],
  ['o18', 'Ufficio Anticorruzione e Trasparenza', 'd13', APRIL],
  ['o19', 'Ufficio Europa', 's36', AUGUST],
  ['o20', 'Ufficio Sviluppo Territorio, Cooperazione Internazionale', 's36', AUGUST],
  ['o21', 'Ufficio Segreteria Consiglio Comunale', 's35'],
  ['o22', 'Ufficio di Gabinetto', 'd13'],
];

/** R §2.2 counts three and names the first; §2.4 has one each in the directions of the others. */
const SPECIALISTS: readonly Made[] = [
  ['h01', 'Alta Specializzazione Amministrazione e Bilancio', 'a04', APRIL],
  ['h02', 'Alta Specializzazione Sistema Integrato 0-6', 'd02'],
  ['h03', 'Alta Specializzazione Ufficio di Piano', 'd03'],
];

const TASK_FORCES: readonly Made[] = [['t01', 'Cabina di Regia PNRR', 'd13', APRIL]];

/** What the two reorganisations changed of units that were there before (R §2.2). */
const CHANGES: Readonly<Record<string, UnitChange>> = {
  a02: { name: 'Area Risorse e Servizi di Staff' },
  d06: { name: 'Provveditorato, Gare, Partecipate', parent: unitId('a02') },
  s11: { parent: unitId('d05') },
  s15: { parent: unitId('d05') },
  s16: { parent: unitId('d05') },
  o07: { parent: unitId('d05') },
  o08: { parent: unitId('d05') },
  s19: { parent: unitId('d06') },
  s35: { name: 'Servizio Segreteria Generale, Organi Istituzionali, Archivio e Protocollo' },
};

const LAST_DAYS: Readonly<Record<string, IsoDate>> = {
  a03: LAST_OF_MARCH,
  d14: LAST_OF_MARCH,
  s11: LAST_OF_JULY,
  s16: LAST_OF_JULY,
};

/** The units of the Comune di Cremona through 2024 and 2025. */
export function units(): UnitHistory[] {
  return [
    ...AREAS.map(made('area')),
    ...ALL_DIRECTIONS.map(made('direction')),
    ...SERVICES.map(made('service')),
    ...OFFICES.map(made('office')),
    ...SPECIALISTS.map(made('specialist')),
    ...TASK_FORCES.map(made('taskForce')),
  ].map((unit) => ended(inApril(unit)));
}

function inApril(unit: UnitHistory): UnitHistory {
  const change = CHANGES[unit.id];
  return change ? changedFrom(unit, APRIL, change)! : unit;
}

function ended(unit: UnitHistory): UnitHistory {
  const lastDay = LAST_DAYS[unit.id];
  return lastDay ? endedOn(unit, lastDay)! : unit;
}
