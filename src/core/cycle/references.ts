import { decimalText } from '../quantity/decimal-text.ts';
import { compare, isZero, sumOf, ZERO, type Rational } from '../quantity/rational.ts';
import { exactly, plainDecimal } from '../quantity/written.ts';
import type { FaultList } from './fault-list.ts';
import type { FaultKind, FaultPath } from './fault.ts';

/**
 * Everything between the parts of an input: ids that must be unique, references that must lead somewhere, sums that
 * must agree. It reads the document as it came, passing over what has the wrong shape, so that all faults are found
 * at once.
 */
export function referenceFaults(document: unknown, faults: FaultList): void {
  const root = fields(document);
  const report: Report = (path, fault) => {
    faults.add({ path, ...fault });
  };

  const directionIds = uniqueIds(root.directions, ['directions'], report);
  const siloIds = uniqueIds(root.silos, ['silos'], report);
  const isDirection = (id: string) => directionIds.has(id);
  const isSilo = (id: string) => siloIds.has(id);
  uniqueIds(root.objectives, ['objectives'], report);
  const people = ['executives', 'eqHolders', 'employees'].map((list) =>
    uniqueIds(root[list], [list], report),
  );
  const isPerson = (id: string) => people.some((ids) => ids.has(id));
  uniqueIds(root.projects, ['projects'], report);

  for (const list of ['objectives', 'executives', 'eqHolders', 'employees'])
    each(root[list], (element, at) => {
      refer(element.direction, isDirection, 'direction', [list, at, 'direction'], report);
    });
  each(root.objectives, (objective, at) => {
    refer(objective.silo, isSilo, 'silo', ['objectives', at, 'silo'], report);
  });
  oneExecutiveEach(root.executives, report);
  eitherMonthsOrPresence(root.employees, report);
  survey(fields(root.survey), isDirection, report);
  each(root.projects, (project, at) => {
    beneficiaries(project, isPerson, ['projects', at], report);
  });
}

type Known = (id: string) => boolean;

type Report = (path: FaultPath, fault: FaultKind) => void;

function oneExecutiveEach(executives: unknown, report: Report): void {
  const led = new Set<string>();
  each(executives, ({ direction }, at) => {
    if (typeof direction !== 'string') return;
    if (led.has(direction)) report(['executives', at, 'direction'], { kind: 'second-executive' });
    led.add(direction);
  });
}

function eitherMonthsOrPresence(employees: unknown, report: Report): void {
  each(employees, ({ months, presenceDays }, at) => {
    if (months === undefined && presenceDays === undefined)
      report(['employees', at, 'months'], { kind: 'missing' });
    if (months !== undefined && presenceDays !== undefined)
      report(['employees', at, 'presenceDays'], { kind: 'months-twice' });
  });
}

/** A direction cannot have more responses than it has invited; absent from `invited` is 0. */
function survey({ invited, responses }: Fields, isDirection: Known, report: Report): void {
  const counts = new Map<string, number>();
  each(responses, ({ direction }, at) => {
    refer(direction, isDirection, 'direction', ['survey', 'responses', at, 'direction'], report);
    if (typeof direction === 'string') counts.set(direction, (counts.get(direction) ?? 0) + 1);
  });
  const invitations = new Map(Object.entries(fields(invited)));
  for (const direction of invitations.keys())
    refer(direction, isDirection, 'direction', ['survey', 'invited', direction], report);
  for (const [direction, given] of counts) {
    if (!isDirection(direction)) continue;
    const count = invitations.has(direction) ? quantity(invitations.get(direction)) : ZERO;
    if (count !== null && compare(count, { numerator: given, denominator: 1 }) < 0)
      report(['survey', 'invited', direction], {
        kind: 'more-responses-than-invited',
        invited: Number(count.numerator) / Number(count.denominator),
        responses: given,
      });
  }
}

/** Shares or amounts, not both; shares that are not all 0; amounts that sum to what was reported. */
function beneficiaries(project: Fields, isPerson: Known, path: FaultPath, report: Report): void {
  const at = [...path, 'beneficiaries'];
  uniqueIds(project.beneficiaries, at, report);
  const list = Array.isArray(project.beneficiaries) ? project.beneficiaries.map(fields) : [];
  const byAmount = list[0]?.amount !== undefined;
  each(project.beneficiaries, ({ id, share, amount }, index) => {
    refer(id, isPerson, 'person', [...at, index, 'id'], report);
    const other = byAmount ? share : amount;
    if (share === undefined && amount === undefined) report([...at, index, 'share'], { kind: 'missing' });
    else if (other !== undefined)
      report([...at, index, byAmount ? 'share' : 'amount'], { kind: 'share-and-amount' });
  });
  if (list.length === 0) return;
  const parts = list.map(({ share, amount }) => quantity(byAmount ? amount : share));
  if (!parts.every((part) => part !== null)) return;
  const total = sumOf(parts);
  const reported = quantity(project.reported);
  if (!byAmount && isZero(total)) report(at, { kind: 'no-share' });
  if (byAmount && reported !== null && compare(total, reported) !== 0)
    report(at, { kind: 'wrong-sum', expected: decimalText(reported), found: decimalText(total) });
}

function uniqueIds(list: unknown, path: FaultPath, report: Report): Set<string> {
  const ids = new Set<string>();
  each(list, ({ id }, at) => {
    if (typeof id !== 'string') return;
    if (ids.has(id)) report([...path, at, 'id'], { kind: 'duplicate' });
    ids.add(id);
  });
  return ids;
}

function refer(
  id: unknown,
  known: Known,
  to: 'direction' | 'silo' | 'person',
  path: FaultPath,
  report: Report,
): void {
  if (typeof id === 'string' && id !== '' && !known(id)) report(path, { kind: 'unknown-reference', to });
}

type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown): Fields {
  return isObject(value) ? (value as Fields) : {};
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function each(list: unknown, visit: (element: Fields, at: number) => void): void {
  if (!Array.isArray(list)) return;
  for (let at = 0; at < list.length; at++) if (isObject(list[at])) visit(list[at] as Fields, at);
}

/** The value of what is a quantity, else null. */
function quantity(value: unknown): Rational | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? exactly(value) : null;
  return typeof value === 'string' ? plainDecimal(value) : null;
}
