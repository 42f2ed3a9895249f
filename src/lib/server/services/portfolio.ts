import type { Regulation } from '#core/regulation/schema.ts';
import type { Reader } from '../database/database.ts';
import type { UnitId } from '../organisation/model.ts';
import { nearest, type Structure } from '../organisation/units/structure.ts';
import { structureOn } from '../organisation/units/units.ts';
import type { Reach } from '../permissions/reach.ts';
import { reachesUnit } from '../permissions/reaches-unit.ts';
import { folded } from '../texts/folded.ts';
import { lastDayOf } from '../years/years.ts';
import { countedOutcomes, type CountedOutcomes } from './counts.ts';
import * as store from './store.ts';

export interface PortfolioEntry {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly unit: string;
  readonly outcomes: CountedOutcomes;
}

export interface Portfolio {
  /** The directions whose services the person reads. */
  readonly directions: readonly {
    readonly id: UnitId;
    readonly name: string;
    readonly outcomes: CountedOutcomes;
  }[];
  readonly areas: readonly { readonly name: string; readonly services: readonly PortfolioEntry[] }[];
  /** Of the chosen direction, or of all that the person reads. */
  readonly total: CountedOutcomes;
  /** The same through the years, the earliest first. */
  readonly history: readonly { readonly year: number; readonly outcomes: CountedOutcomes }[];
}

/**
 * The portfolio of services of a year as far as somebody reads it, by area.
 *
 * @param regulation the one by which every year is read, so that the years can be held against each other
 * @param words looked for in the names of services, areas and units
 */
export async function portfolioOf(
  db: Reader,
  year: number,
  regulation: Regulation,
  reach: Reach,
  { direction, words }: { readonly direction: string | null; readonly words: string },
): Promise<Portfolio> {
  const structure = await structureOn(db, lastDayOf(year));
  const mine = (await store.services(db)).filter(({ unitId }) => reachesUnit(reach, unitId));
  const directionOf = new Map(mine.map(({ id, unitId }) => [id, nearest(structure, unitId, 'direction')]));
  const directions = directionsOf(structure, mine, directionOf);
  // A direction that is none of them narrows nothing.
  const chosen = directions.find(({ id }) => id === direction)?.services ?? mine;
  const results = (await store.resultsOf(db, year)).filter(({ service }) => directionOf.has(service));
  const byService = Map.groupBy(results, ({ service }) => service);
  const counted = (services: readonly store.ServiceRow[]) =>
    countedOutcomes(
      services.flatMap(({ id }) => byService.get(id) ?? []),
      regulation,
    );
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  const found = chosen.filter((service) => {
    const text = folded(
      `${service.number} ${service.name} ${service.area} ${unitName(structure, service.unitId)}`,
    );
    return wanted.every((word) => text.includes(word));
  });
  return {
    directions: directions.map(({ id, name, services }) => ({
      ...{ id, name },
      outcomes: counted(services),
    })),
    areas: [...Map.groupBy(found, ({ area }) => area)].map(([name, services]) => ({
      name,
      services: services.map((service) => ({
        ...{ id: service.id, number: service.number, name: service.name },
        unit: unitName(structure, service.unitId),
        outcomes: counted([service]),
      })),
    })),
    total: counted(chosen),
    history: await historyOf(db, new Set(chosen.map(({ id }) => id)), regulation),
  };
}

/** What a unit is called at the end of a year; its code if it is not there then. */
export function unitName({ units }: Structure, unit: UnitId): string {
  return units.get(unit)?.name ?? unit;
}

export interface DirectionServices {
  readonly id: UnitId;
  readonly name: string;
  readonly services: readonly store.ServiceRow[];
}

/** Services by the direction that answers for them, in the order of the directions' names. */
export function directionsOf(
  structure: Structure,
  services: readonly store.ServiceRow[],
  directionOf: ReadonlyMap<string, UnitId | null>,
): DirectionServices[] {
  const groups = Map.groupBy(services, ({ id }) => directionOf.get(id) ?? null);
  return [...groups]
    .flatMap(([id, inside]) => (id === null ? [] : [{ id, name: unitName(structure, id), services: inside }]))
    .sort((a, b) => a.name.localeCompare(b.name, 'it'));
}

async function historyOf(db: Reader, services: ReadonlySet<string>, regulation: Regulation) {
  const years = (await store.resultYears(db)).reverse();
  return Promise.all(
    years.map(async (year) => {
      const rows = (await store.resultsOf(db, year)).filter(({ service }) => services.has(service));
      return { year, outcomes: countedOutcomes(rows, regulation) };
    }),
  );
}
