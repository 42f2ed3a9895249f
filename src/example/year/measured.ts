import type { Cells } from '#lib/server/lists/definition.ts';
import type { Random } from '../random.ts';
import { numbered, parts } from './records.ts';

/** Percents in hundredths: all of them. */
const WHOLE = 10_000;

type Indicator = Pick<Cells, 'name' | 'measure' | 'better' | 'baseline' | 'target' | 'measured' | 'weight'>;

type Named = readonly [name: string, measure: string | null];

/** What was done or not. */
const DEEDS: readonly Named[] = [
  ['Atto approvato nei tempi previsti', null],
  ['Relazione finale consegnata', null],
  ['Procedura riscritta e pubblicata', null],
  ['Gruppo di lavoro avviato', null],
  ['Manuale operativo distribuito', null],
];
const REACHED_HIGHER: readonly Named[] = [
  ['Incontri svolti', 'n.'],
  ['Persone formate', 'n.'],
  ['Moduli messi in linea', 'n.'],
];
const REACHED_LOWER: readonly Named[] = [
  ['Giorni medi per una risposta', 'giorni'],
  ['Pratiche arretrate', 'n.'],
];
const REACHED_ON_TARGET: readonly Named[] = [
  ['Ore di apertura alla settimana', 'ore'],
  ['Riunioni di verifica', 'n.'],
];

const MISSED_RATIO: readonly Named[] = [
  ['Pratiche concluse', 'n.'],
  ['Utenti raggiunti', 'n.'],
  ['Documenti digitalizzati', 'n.'],
  ['Controlli eseguiti', 'n.'],
];
const MISSED_RISE: readonly Named[] = [
  ['Richieste arrivate in linea', 'n.'],
  ['Schede aggiornate', 'n.'],
  ['Partecipanti alle iniziative', 'n.'],
];
const MISSED_FALL: readonly Named[] = [
  ['Tempo medio di lavorazione', 'giorni'],
  ['Tempo medio di attesa', 'minuti'],
];
const MISSED_ON_TARGET: readonly Named[] = [
  ['Spesa del budget assegnato', 'migliaia di euro'],
  ['Interventi secondo programma', 'n.'],
];

/**
 * Indicators that come to exactly an achievement (`OBJ-A`): one that made its way so far, or one that was reached beside
 * one that makes up the rest.
 *
 * @param hundredths the achievement in hundredths of a percent
 */
export function measuredBy(objectiveId: string, hundredths: number, random: Random): Cells[] {
  return indicatorsOf(hundredths, random).map((indicator, at) => ({
    id: numbered(`${objectiveId}-i`, at + 1, 1),
    objectiveId,
    ...indicator,
  }));
}

function indicatorsOf(achievement: number, random: Random): Indicator[] {
  if (achievement === WHOLE) return [reached(null, random)];
  const ways: (() => Indicator[])[] = [() => [missed(achievement, null, random)]];
  // From an achievement on that leaves the second one not far behind.
  const beside = (least: number, weights: readonly [string, string] | null, rest: () => number) => {
    if (achievement < least) return;
    const [first, second] = weights ?? [null, null];
    ways.push(() => [reached(first, random), missed(rest(), second, random)]);
  };
  beside(7000, null, () => 2 * achievement - WHOLE);
  // 60 of 100 reached: the other has to make up the rest with its 40.
  beside(7600, ['60', '40'], () => ((achievement - 6000) * 5) / 2);
  beside(8500, ['75', '25'], () => 4 * achievement - 3 * WHOLE);
  return random.pick(ways)();
}

function reached(weight: string | null, random: Random): Indicator {
  const target = random.integer(4, 40);
  const drawn = random.integer(1, 4);
  switch (drawn) {
    case 1:
      return { ...named(DEEDS, random), better: 'yesNo', baseline: null, target: '1', measured: '1', weight };
    case 2: {
      const measured = String(target + random.integer(0, 6));
      const baseline = String(target - random.integer(1, 4));
      return {
        ...named(REACHED_HIGHER, random),
        better: 'higher',
        baseline,
        target: String(target),
        measured,
        weight,
      };
    }
    case 3: {
      const measured = String(target - random.integer(0, 3));
      const baseline = String(target + random.integer(1, 8));
      return {
        ...named(REACHED_LOWER, random),
        better: 'lower',
        baseline,
        target: String(target),
        measured,
        weight,
      };
    }
    default: {
      const same = String(target);
      return {
        ...named(REACHED_ON_TARGET, random),
        better: 'onTarget',
        baseline: null,
        target: same,
        measured: same,
        weight,
      };
    }
  }
}

/** Reached so far, in hundredths of a percent. */
function missed(reachedSoFar: number, weight: string | null, random: Random): Indicator {
  // As many times a hundred as make the result a whole number.
  const times = [1, 2, 4, 5, 10, 20].find((factor) => (reachedSoFar * factor) % 100 === 0) ?? 100;
  const way = 100 * times;
  const covered = (reachedSoFar * times) / 100;
  switch (random.integer(1, 4)) {
    case 1:
      return {
        ...named(MISSED_RATIO, random),
        ...{ better: 'higher', baseline: null, target: String(way), measured: String(covered), weight },
      };
    case 2: {
      const baseline = random.integer(10, 400);
      return {
        ...named(MISSED_RISE, random),
        ...{ better: 'higher', baseline: String(baseline), target: String(baseline + way) },
        ...{ measured: String(baseline + covered), weight },
      };
    }
    case 3: {
      // A way of ten days, or minutes, in thousandths.
      const target = random.integer(5, 30);
      return {
        ...named(MISSED_FALL, random),
        ...{ better: 'lower', baseline: String(target + 10), target: String(target) },
        ...{ measured: parts(target * 1000 + (WHOLE - reachedSoFar), 3), weight },
      };
    }
    default:
      return {
        ...named(MISSED_ON_TARGET, random),
        ...{ better: 'onTarget', baseline: null, target: String(way), measured: String(covered), weight },
      };
  }
}

function named(names: readonly Named[], random: Random): Pick<Indicator, 'name' | 'measure'> {
  const [name, measure] = random.pick(names);
  return { name, measure };
}
