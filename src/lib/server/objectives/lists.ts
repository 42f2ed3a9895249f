import { and, eq, inArray } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { choice, decimal, lines, percent, person, reference, text, weight } from '../lists/column.ts';
import type { Choice } from '../lists/column.ts';
import { tableDefinition } from '../lists/table-definition.ts';
import type { YearGiven } from '../lists/table-list.ts';
import { indicatorFaults } from './indicator-faults.ts';
import { LEVELS_OF_PEOPLE } from './model.ts';
import { objectiveFaults } from './objective-faults.ts';
import { ownerFaults } from './owner-faults.ts';
import { objective, objectiveIndicator, objectiveOwner, silo } from './schema.ts';

export const silosList = tableDefinition({
  id: 'silos',
  defines: ['silo'],
  title: { it: 'Silos di valore pubblico', en: 'Silos of public value' },
  lead: {
    it: 'I silos dell’anno. Senza un grado scritto qui, conta quello degli obiettivi (SET-B2).',
    en: 'The silos of the year. Where no achievement is written here, that of the objectives counts (SET-B2).',
  },
  group: 'objectives',
  yearly: true,
  table: silo,
  key: ['id'],
  place: [],
  columns: [
    text('id', 'Codice', 'Code', { most: 50 }),
    text('name', 'Silo', 'Silo'),
    percent('achievement', 'Grado di raggiungimento %', 'Achievement %', {
      required: false,
      hint: { it: 'Vuoto: si calcola dagli obiettivi.', en: 'Empty: computed from the objectives.' },
    }),
  ],
});

export const LEVEL_CHOICES: readonly Choice[] = [
  { value: 'strategic', it: 'Strategico', en: 'Strategic' },
  { value: 'operational', it: 'Operativo', en: 'Operational' },
  { value: 'executive', it: 'Esecutivo o gestionale', en: 'Executive or managing' },
  { value: 'eq', it: 'Di EQ', en: 'Of an EQ holder' },
  { value: 'individual', it: 'Individuale', en: 'Individual' },
  { value: 'group', it: 'Di gruppo', en: 'Of a group' },
];

const OBJECTIVE_KEY = { key: ['id'] } as const;

export const objectivesList = tableDefinition({
  ...OBJECTIVE_KEY,
  id: 'objectives',
  defines: ['objective', 'parentObjective'],
  title: { it: 'Obiettivi', en: 'Objectives' },
  lead: {
    it: 'Dal DUP alla persona: ogni obiettivo con quello a cui serve, l’unità, il silo, il peso e il grado.',
    en: 'From the DUP to the person: each objective with what it serves, the unit, the silo, the weight and the achievement.',
  },
  group: 'objectives',
  yearly: true,
  table: objective,
  place: ['unitId'],
  columns: [
    text('id', 'Codice', 'Code', { most: 50 }),
    choice('level', 'Livello', 'Level', LEVEL_CHOICES),
    text('title', 'Obiettivo', 'Objective'),
    reference('parentId', 'Serve all’obiettivo', 'Serves the objective', 'parentObjective', {
      required: false,
    }),
    reference('unitId', 'Unità', 'Unit', 'unit', {
      required: false,
      hint: { it: 'La direzione o il servizio.', en: 'The direction or the service.' },
    }),
    reference('siloId', 'Silo', 'Silo', 'silo', { required: false }),
    choice(
      'kind',
      'Tipo',
      'Kind',
      [
        { value: 'principal', it: 'Principale', en: 'Principal' },
        { value: 'derived', it: 'Derivato', en: 'Derived' },
      ],
      {
        required: false,
        hint: { it: 'Solo degli obiettivi di una direzione.', en: 'Only of a direction’s objectives.' },
      },
    ),
    weight('weight', 'Peso', 'Weight', { hint: { it: 'Vuoto: 1.', en: 'Empty: 1.' } }),
    percent('reported', 'Grado rendicontato %', 'Achievement reported %', {
      required: false,
      hint: { it: 'Vuoto: si calcola dagli indicatori.', en: 'Empty: computed from the indicators.' },
    }),
    percent('certified', 'Grado certificato %', 'Achievement certified %', { required: false }),
    text('certificationReason', 'Motivo della certificazione', 'Reason of the certification', {
      required: false,
      most: 2000,
    }),
    lines('description', 'Descrizione', 'Description'),
  ],
  check: objectiveFaults,
});

const casing = { casing: 'snake_case' } as const;

const idsOfYear = (year: YearGiven) =>
  new QueryBuilder(casing).select({ id: objective.id }).from(objective).where(eq(objective.year, year));

const idsOfPeople = (year: YearGiven) =>
  new QueryBuilder(casing)
    .select({ id: objective.id })
    .from(objective)
    .where(and(eq(objective.year, year), inArray(objective.level, [...LEVELS_OF_PEOPLE])));

export const objectiveIndicatorsList = tableDefinition({
  id: 'objectiveIndicators',
  title: { it: 'Indicatori degli obiettivi', en: 'Indicators of objectives' },
  lead: {
    it: 'Con che cosa si misura un obiettivo: partenza, atteso, misurato e peso (OBJ-A).',
    en: 'What an objective is measured by: baseline, target, measured and weight (OBJ-A).',
  },
  group: 'objectives',
  yearly: true,
  table: objectiveIndicator,
  inYear: (year) => inArray(objectiveIndicator.objectiveId, idsOfYear(year)),
  key: ['id'],
  place: [],
  columns: [
    text('id', 'Codice', 'Code', { most: 50 }),
    reference('objectiveId', 'Obiettivo', 'Objective', 'objective'),
    text('name', 'Indicatore', 'Indicator'),
    text('measure', 'Unità di misura', 'Measure', { required: false, most: 100 }),
    choice('better', 'Meglio se', 'Better if', [
      { value: 'higher', it: 'Più alto', en: 'Higher' },
      { value: 'lower', it: 'Più basso', en: 'Lower' },
      { value: 'onTarget', it: 'Pari all’atteso', en: 'On target' },
      { value: 'yesNo', it: 'Sì o no', en: 'Yes or no' },
    ]),
    decimal('baseline', 'Partenza', 'Baseline', ['0', null], { required: false }),
    decimal('target', 'Atteso', 'Target', ['0', null], {
      hint: { it: 'Sì o no: 1 o 0.', en: 'Yes or no: 1 or 0.' },
    }),
    decimal('measured', 'Misurato', 'Measured', ['0', null], { required: false }),
    weight('weight', 'Peso', 'Weight'),
  ],
  check: indicatorFaults,
});

export const objectiveOwnersList = tableDefinition({
  id: 'objectiveOwners',
  title: { it: 'Assegnazione degli obiettivi', en: 'Assignment of objectives' },
  lead: {
    it: 'A chi è assegnato ogni obiettivo di EQ, individuale o di gruppo, e con quale peso tra i suoi.',
    en: 'To whom each objective of an EQ holder, of a person or of a group is assigned, and with what weight among theirs.',
  },
  group: 'objectives',
  yearly: true,
  table: objectiveOwner,
  // Who accepted a direction's objective stands in the table too, and in no list: it is the direction's.
  inYear: (year) => inArray(objectiveOwner.objectiveId, idsOfPeople(year)),
  key: ['objectiveId', 'personId'],
  place: ['personId'],
  columns: [
    reference('objectiveId', 'Obiettivo', 'Objective', 'objective'),
    person(),
    weight('weight', 'Peso', 'Weight'),
  ],
  check: ownerFaults,
});
