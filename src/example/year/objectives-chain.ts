import type { Cells } from '#lib/server/lists/definition.ts';
import type { ExampleDocument } from '../example-document.ts';
import { seededRandom, type Random } from '../random.ts';
import { measuredBy } from './measured.ts';
import {
  EQ_TITLES,
  EXECUTIVE_TITLES,
  GROUP_TITLES,
  INDIVIDUAL_TITLES,
  STRATEGIC_GOALS,
} from './objective-titles.ts';
import { canonical, canonicalOrNull, numbered } from './records.ts';
import type { Workplaces } from './workplaces.ts';

/** The objectives of the example's year from the DUP to the person. */
export interface Chain {
  readonly objectives: readonly Cells[];
  readonly indicators: readonly Cells[];
  readonly owners: readonly Cells[];
}

interface OwnObjective {
  readonly achievement: string | number;
  readonly weight?: string | number | undefined;
}

const SEED = 20253;

/** Percents that the Nucleo certifies below what was reported. */
const CERTIFIED_BELOW = 4;

/**
 * What the document says of objectives as records: each executive, EQ, individual and group objective stands under what
 * it serves, and what it is measured by comes to exactly the document's achievement. Titles are made up.
 */
export function objectivesChain(document: ExampleDocument, workplaces: Workplaces): Chain {
  const random = seededRandom(SEED);
  const chain = new ChainBuilder(random);
  const operational = addDup(chain);
  const executive = addExecutive(chain, document, operational);
  const above = (direction: string) => random.pick(executive.get(direction)!);

  document.eqHolders.forEach(({ id, direction, objectives }, holder) => {
    const unit = workplaces.unitOf(id);
    objectives.forEach((own, at) => {
      const title = `${EQ_TITLES[(holder * 5 + at) % EQ_TITLES.length]!} — ${workplaces.nameOf(unit)}`;
      chain.add({ id: `${id}-${at + 1}`, level: 'eq', title, parentId: above(direction), unitId: unit }, own);
      chain.own(`${id}-${at + 1}`, id, own);
    });
  });
  for (const { id, direction, individualObjectives } of document.employees) {
    const unit = workplaces.unitOf(id);
    const titles = random.shuffled(INDIVIDUAL_TITLES);
    individualObjectives.forEach((own, at) => {
      const title = `${titles[at]!} — ${workplaces.nameOf(unit)}`;
      chain.add(
        { id: `${id}-${at + 1}`, level: 'individual', title, parentId: above(direction), unitId: unit },
        own,
      );
      chain.own(`${id}-${at + 1}`, id, own);
    });
  }
  addGroups(chain, document, workplaces, above, random);
  return chain;
}

type Placed = Pick<Cells, 'level' | 'title' | 'parentId' | 'unitId'> & { readonly id: string };

class ChainBuilder implements Chain {
  readonly objectives: Cells[] = [];
  readonly indicators: Cells[] = [];
  readonly owners: Cells[] = [];
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /**
   * At the end of the year all are reported, most as they were measured and one in nine without; of a few the Nucleo has
   * certified less than was reported.
   */
  add(placed: Placed, { achievement }: Pick<OwnObjective, 'achievement'>, extra: Partial<Cells> = {}): void {
    const hundredths = Math.round(Number(achievement) * 100);
    const certified = hundredths <= 9600 && this.#random.chance(2);
    const reportedOnly = !certified && this.#random.chance(11);
    const found = certified ? hundredths + CERTIFIED_BELOW * 100 : hundredths;
    this.objectives.push({
      ...BLANK,
      ...placed,
      ...extra,
      reported: canonical(found / 100),
      ...(certified && {
        certified: canonical(achievement),
        certificationReason: 'Parte di quanto rendicontato è stata completata dopo la fine dell’anno.',
      }),
    });
    if (!reportedOnly) this.indicators.push(...measuredBy(placed.id, found, this.#random));
  }

  addAbove(record: Placed): void {
    this.objectives.push({ ...BLANK, ...record });
  }

  own(objectiveId: string, personId: string, { weight }: OwnObjective): void {
    this.owners.push({ objectiveId, personId, weight: canonicalOrNull(weight) });
  }
}

const BLANK: Cells = {
  ...{
    parentId: null,
    unitId: null,
    siloId: null,
    kind: null,
    weight: null,
    reported: null,
    certified: null,
  },
  ...{ certificationReason: null, description: null },
};

/** The strategic goals and what is under them; gives the operational objectives of each direction. */
function addDup(chain: ChainBuilder): Map<string, string[]> {
  const ofDirection = new Map<string, string[]>();
  let count = 0;
  STRATEGIC_GOALS.forEach(({ title, operational }, at) => {
    const id = numbered('str', at + 1, 2);
    chain.addAbove({ id, level: 'strategic', title, parentId: null, unitId: null });
    for (const { title: below, direction } of operational) {
      const operationalId = numbered('op', ++count, 2);
      const placed = { level: 'operational', title: below, parentId: id, unitId: direction };
      chain.addAbove({ id: operationalId, ...placed });
      ofDirection.set(direction, [...(ofDirection.get(direction) ?? []), operationalId]);
    }
  });
  return ofDirection;
}

function addExecutive(
  chain: ChainBuilder,
  { objectives }: ExampleDocument,
  operational: ReadonlyMap<string, readonly string[]>,
): Map<string, string[]> {
  const ofDirection = new Map<string, string[]>();
  for (const { id, direction, silo, kind, achievement, weight } of objectives) {
    const own = ofDirection.get(direction) ?? [];
    const parents = operational.get(direction)!;
    const parentId = parents[own.length % parents.length]!;
    const title = EXECUTIVE_TITLES[direction]![own.length]!;
    chain.add(
      { id, level: 'executive', title, parentId, unitId: direction },
      { achievement },
      { siloId: silo ?? null, kind, weight: canonicalOrNull(weight) },
    );
    ofDirection.set(direction, [...own, id]);
  }
  return ofDirection;
}

/** More people than that do not work on one thing: then each unit has an objective of its own. */
const MOST_TOGETHER = 15;

/** People of a direction who reached the same at the same place of their sheets share the objective. */
function addGroups(
  chain: ChainBuilder,
  { employees }: ExampleDocument,
  workplaces: Workplaces,
  above: (direction: string) => string,
  random: Random,
): void {
  const shares = employees.flatMap(({ id, direction, groupObjectives }) =>
    groupObjectives.map((own, at) => ({ person: id, direction, own, at })),
  );
  const alike = Map.groupBy(shares, ({ direction, own, at }) => `${direction}-g${at + 1}-${own.achievement}`);
  const groups = [...alike.values()].flatMap((members) =>
    members.length <= MOST_TOGETHER
      ? [{ unit: members[0]!.direction, members }]
      : [...Map.groupBy(members, ({ person }) => workplaces.unitOf(person))].map(([unit, inUnit]) => ({
          unit,
          members: inUnit,
        })),
  );
  const counts = new Map<string, number>();
  for (const { unit, members } of groups) {
    const { direction, own, at } = members[0]!;
    // The place on the sheet first: so that a person's objectives sort as they stand there.
    const prefix = `${direction}-g${at + 1}-`;
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    const id = numbered(prefix, count, 2);
    const title = `${random.pick(GROUP_TITLES)} — ${workplaces.nameOf(unit)}`;
    chain.add({ id, level: 'group', title, parentId: above(direction), unitId: unit }, own);
    for (const { person, own: share } of members) chain.own(id, person, share);
  }
}
