import { compareCodePoints } from '../quantity/code-point-order.ts';
import { compare, rational, subtract, type Rational } from '../quantity/rational.ts';
import { roundHalfUp } from '../quantity/rounding.ts';
import { exactly, writtenDecimals } from '../quantity/written.ts';
import { constraintsOn, constraintsOnProjects, type Constraint, type Place } from './constraints.ts';
import type { DeclaredFigure } from './declared-figure.ts';
import type { Facts } from './facts.ts';
import { FIGURE_KIND_NAMES, FIGURE_KINDS } from './figure-kinds.ts';
import { incoherence, type Incoherence } from './incoherence.ts';
import { areApart, combined, higher, lower, pointRange, rangeOf, spanOf, type Range } from './span.ts';

/**
 * Where declared figures differ from what is computed, from each other, or cannot hold together; in the order of the
 * catalogue of figures, then by subject. The order of `declared` changes nothing but the order inside an incoherence.
 */
export function incoherences(declared: readonly DeclaredFigure[], facts: Facts): Incoherence[] {
  const places = groupedBy(declared, placeKey);
  return [
    ...groupedBy(declared, sourceKey)
      .values()
      .flatMap((group) => differing(group, facts)),
    ...places.values().flatMap((group) => contradictory(group, facts)),
    ...constraints(declared, facts).flatMap((constraint) => impossible(constraint, places)),
  ].sort(byPlace);
}

/** What of one source about one figure is not what is computed. */
function differing(group: readonly DeclaredFigure[], facts: Facts): Incoherence[] {
  const { figure, subject, relation, source } = group[0]!;
  const computed = FIGURE_KINDS[figure].compute(facts, subject);
  if (computed === null) return [];
  const wrong = group.filter((each) => !holds(each, computed));
  if (wrong.length === 0) return [];
  const decimals = Math.max(...wrong.map((each) => decimalsToTell(each, computed)));
  const shown = roundHalfUp(computed, decimals);
  return [
    incoherence({
      kind: 'declaredDiffers',
      told: [relation, source],
      figure,
      subject,
      declared: wrong,
      computed: shown,
      difference: wrong.length > 1 ? null : subtract(shown, exactly(wrong[0]!.value)),
      decimals,
    }),
  ];
}

/** A figure is compared to the precision it is declared with, a limit exactly: 10.07 % are more than 10 %. */
function holds({ relation, value }: DeclaredFigure, computed: Rational): boolean {
  const written = exactly(value);
  if (relation === 'is') return compare(roundHalfUp(computed, writtenDecimals(value)), written) === 0;
  const above = compare(computed, written);
  return relation === 'atMost' ? above <= 0 : above >= 0;
}

/** The fewest decimals that tell what is wrong, no fewer than the figure is usually shown with. */
function decimalsToTell(declared: DeclaredFigure, computed: Rational): number {
  const { relation, value, figure } = declared;
  let decimals = writtenDecimals(value);
  if (relation === 'is') return decimals;
  decimals = Math.max(decimals, FIGURE_KINDS[figure].decimals ?? USUAL_DECIMALS);
  while (decimals < MOST_DECIMALS && holds(declared, roundHalfUp(computed, decimals))) decimals += 1;
  return decimals;
}

const USUAL_DECIMALS = 2;
const MOST_DECIMALS = 15;

/** What sources say of one figure, if it cannot all be so. */
function contradictory(group: readonly DeclaredFigure[], facts: Facts): Incoherence[] {
  const spans = group.map(spanOf);
  if (!spans.some((span, at) => spans.slice(at + 1).some((other) => areApart(span, other)))) return [];
  const { figure, subject } = group[0]!;
  const values = group.map(({ value }) => exactly(value));
  return [
    incoherence({
      kind: 'sourcesDiffer',
      told: [],
      figure,
      subject,
      declared: group,
      computed: FIGURE_KINDS[figure].compute(facts, subject),
      difference: subtract(values.reduce(higher), values.reduce(lower)),
      decimals: mostDecimals(group),
    }),
  ];
}

function constraints(declared: readonly DeclaredFigure[], facts: Facts): Constraint[] {
  const subjects = new Set(declared.map(({ subject }) => subject));
  return [...[...subjects].flatMap(constraintsOn), ...constraintsOnProjects(facts)];
}

/** Whether declared figures break a constraint, whichever of several sources is right. */
function impossible(
  { contradiction, total, parts, by, must }: Constraint,
  places: ReadonlyMap<string, readonly DeclaredFigure[]>,
): Incoherence[] {
  const declaredAt = (place: Place) =>
    (places.get(placeKey(place)) ?? []).filter(({ relation }) => relation === 'is');
  const whole = total === null ? HUNDRED_PERCENT : rangeOf(declaredAt(total));
  const ranges = parts.map((part) => rangeOf(declaredAt(part)));
  if (whole === null || !ranges.every((range) => range !== null)) return [];
  const made = combined(ranges, by);

  const tooMuch = must !== 'reach' && compare(made.least, whole.most) > 0;
  const tooLittle = must !== 'notExceed' && compare(made.most, whole.least) < 0;
  if (!tooMuch && !tooLittle) return [];
  const computed = tooMuch ? made.lowestWritten : made.highestWritten;
  const against = tooMuch ? whole.highestWritten : whole.lowestWritten;
  const declared = [...(total === null ? [] : declaredAt(total)), ...parts.flatMap(declaredAt)];
  const { figure, subject } = total ?? parts[0];
  return [
    incoherence({
      kind: 'impossible',
      contradiction,
      told: [contradiction, parts[0].figure],
      figure,
      subject,
      declared,
      computed,
      difference: subtract(computed, against),
      decimals: mostDecimals(declared),
    }),
  ];
}

const HUNDRED_PERCENT: Range = pointRange(rational(100));

function mostDecimals(declared: readonly DeclaredFigure[]): number {
  return Math.max(...declared.map(({ value }) => writtenDecimals(value)));
}

function placeKey({ figure, subject }: Place): string {
  return `${figure} ${subject ?? ''}`;
}

function sourceKey(declared: DeclaredFigure): string {
  return JSON.stringify([placeKey(declared), declared.relation, declared.source]);
}

function groupedBy(
  declared: readonly DeclaredFigure[],
  keyOf: (declared: DeclaredFigure) => string,
): Map<string, DeclaredFigure[]> {
  const groups = new Map<string, DeclaredFigure[]>();
  for (const each of declared) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}

function byPlace(a: Incoherence, b: Incoherence): number {
  return (
    FIGURE_KIND_NAMES.indexOf(a.figure) - FIGURE_KIND_NAMES.indexOf(b.figure) ||
    compareCodePoints(a.subject ?? '', b.subject ?? '') ||
    compareCodePoints(a.key, b.key)
  );
}
