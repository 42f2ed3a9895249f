import type { Outcome } from '#core/rules/indicator-outcome.ts';
import type { Cells } from '#lib/server/lists/definition.ts';
import { chainOf, structureOf } from '#lib/server/organisation/units/structure.ts';
import type { Unit, UnitHistory, UnitId } from '#lib/server/organisation/model.ts';
import type { ExampleDocument } from '../example-document.ts';
import { EQ_PLACES } from '../organisation/places.ts';
import { seededRandom, type Random } from '../random.ts';
import { INDICATOR_KINDS, type IndicatorKind } from './indicator-kinds.ts';
import { resultOf, earlierResult } from './indicator-results.ts';
import { numbered } from './records.ts';
import { PORTFOLIO, type PortfolioArea, type PortfolioService } from './service-portfolio.ts';

/** The portfolio with its indicators, and what is known of them year by year. */
export interface ServiceRecords {
  readonly services: readonly Cells[];
  readonly indicators: readonly Cells[];
  readonly results: (year: number) => readonly Cells[];
  readonly volumes: (year: number) => readonly Cells[];
}

const SEED = 20254;
const FIRST_YEAR = 2023;

interface Service {
  readonly id: string;
  readonly area: PortfolioArea;
  readonly service: PortfolioService;
  /** How its indicators ended. */
  readonly outcomes: Outcome[];
}

/**
 * The services of the example with indicators that end as the document counts them, for every EQ and every direction:
 * what an EQ does not have of its direction's counts is of services that the direction answers for itself.
 */
export function serviceRecords(document: ExampleDocument, units: readonly UnitHistory[]): ServiceRecords {
  const random = seededRandom(SEED);
  const services = PORTFOLIO.flatMap((area) =>
    area.services.map((service): Service => ({ id: serviceId(service), area, service, outcomes: [] })),
  );
  dealOutcomes(services, document, units, random);

  const indicators: Cells[] = [];
  const results = new Map<number, Cells[]>();
  const add = (year: number, record: Cells) => results.set(year, [...(results.get(year) ?? []), record]);
  for (const { id, outcomes } of services) {
    const kinds = startingAnywhere(INDICATOR_KINDS, random);
    outcomes.forEach((outcome, at) => {
      const kind = kinds[at]!;
      const indicatorId = numbered('i', indicators.length + 1, 3);
      const { name, dimension, measure, better } = kind;
      indicators.push({ id: indicatorId, serviceId: id, name, dimension, measure, better });
      const { record, standard } = resultOf(kind, outcome, random);
      add(yearOf(document), { indicatorId, ...record });
      for (let year = FIRST_YEAR; year < yearOf(document); year++) {
        const earlier = earlierResult(kind, standard, random);
        if (earlier) add(year, { indicatorId, ...earlier });
      }
    });
  }
  return {
    services: services.map(({ id, area, service: [number, name, unitId] }) => ({
      ...{ id, number: String(number), name, area: area.name, unitId },
    })),
    indicators,
    results: (year) => results.get(year) ?? [],
    volumes: (year) => services.flatMap((service) => volumesOf(service, year)),
  };
}

function yearOf({ year }: ExampleDocument): number {
  return Number(year);
}

function serviceId([number]: PortfolioService): string {
  return numbered('sv', number, 2);
}

type Counts = ExampleDocument['directions'][number]['indicators'];

const ORDER = ['improved', 'unchanged', 'worsened', 'notAssessable'] as const;

function dealOutcomes(
  services: readonly Service[],
  { directions, eqHolders }: ExampleDocument,
  units: readonly UnitHistory[],
  random: Random,
): void {
  const { ledBy, directionOf } = placesOf(units);
  const ofHolder = Map.groupBy(services, ({ service: [, , unit] }) => ledBy(unit));
  const left = new Map(directions.map(({ id, indicators }) => [id, listOf(indicators)]));
  eqHolders.forEach(({ direction, indicators }, at) => {
    deal(listOf(indicators), ofHolder.get(EQ_PLACES[at]!.at(-1)!.unit)!, random);
    for (const outcome of listOf(indicators)) {
      const rest = left.get(direction)!;
      rest.splice(rest.indexOf(outcome), 1);
    }
  });
  const ownOf = Map.groupBy(ofHolder.get(null)!, ({ service: [, , unit] }) => directionOf(unit));
  for (const [direction, rest] of left) deal(rest, ownOf.get(direction)!, random);
}

function listOf(counts: Counts): Outcome[] {
  return ORDER.flatMap((outcome) => Array<Outcome>(Number(counts[outcome])).fill(outcome));
}

function deal(outcomes: readonly Outcome[], services: readonly Service[], random: Random): void {
  random.shuffled(outcomes).forEach((outcome, at) => services[at % services.length]!.outcomes.push(outcome));
}

/** Of a unit: what an EQ leads at or above it, and its direction, at the end of the year. */
function placesOf(units: readonly UnitHistory[]) {
  const structure = structureOf(
    units.flatMap(({ id, kind, versions }): Unit[] => {
      const { name, parent, to } = versions.at(-1)!;
      return to === null ? [{ id, kind, name, parent }] : [];
    }),
  );
  const led = new Set<string>(EQ_PLACES.map((place) => place.at(-1)!.unit));
  const above = (unit: string) => chainOf(structure, unit as UnitId);
  return {
    ledBy: (unit: string) => above(unit).find(({ id }) => led.has(id))?.id ?? null,
    directionOf: (unit: string) => above(unit).find(({ kind }) => kind === 'direction')!.id as string,
  };
}

/** The kinds in their order, so that a service has several dimensions, from another one on for each service. */
function startingAnywhere(kinds: readonly IndicatorKind[], random: Random): readonly IndicatorKind[] {
  const first = random.integer(0, kinds.length - 1);
  return [...kinds.slice(first), ...kinds.slice(0, first)];
}

function volumesOf({ id, area, service: [number] }: Service, year: number): Cells[] {
  const { output, users, usual } = area;
  const size = seededRandom(SEED + number).integer(40, 130);
  const random = seededRandom(SEED + 100 * year + number);
  const value = (of: number) => String(Math.round((of * size * random.integer(92, 112)) / 10_000));
  return [
    { serviceId: id, kind: 'output', name: output, value: value(usual[0]) },
    { serviceId: id, kind: 'users', name: users, value: value(usual[1]) },
  ];
}
