import type { DirectionInput } from '../cycle/input.ts';
import type { Notices } from '../cycle/notices.ts';
import { wholeNumber } from '../cycle/quantity-field.ts';
import { because, counted, given, item, type Figure } from '../explain/figure.ts';
import { compare, rational, ZERO } from '../quantity/rational.ts';
import { parameter, tabled } from '../regulation/lookup.ts';
import type { Regulation } from '../regulation/schema.ts';

/** `PEN-T`: points lost for findings on transparency and anti-corruption, most where nothing was reported. */
export function transparencyPenalty({ transparency }: DirectionInput, regulation: Regulation): Figure {
  if (!transparency.reported)
    return item('PEN-T', because('notReported', [], parameter(regulation, 'PEN-T', 'notReported')));
  const findings = wholeNumber(transparency.findings);
  const rows = regulation.rules['PEN-T'].parameters.findings.value;
  const row = rows.find(({ upTo }) => upTo === null || findings <= upTo)!;
  return item(
    'PEN-T',
    because('findingsRow', [counted('findings', 'count', findings)], tabled('PEN-T', 'penalty', row.points)),
  );
}

/**
 * `PEN-D`: points lost for not telling evaluations apart, by the number of assessable staff of the direction and of
 * the bands in use. Assessable are all its employees, whether or not entitled to the premium.
 */
export function differentiationPenalty(
  assessableStaff: number,
  bandsUsed: number,
  regulation: Regulation,
  notices: Notices,
): Figure {
  notices.read('PEN-D');
  const staff = counted('assessableStaff', 'persons', assessableStaff);
  const bands = counted('bandsUsed', 'count', bandsUsed);
  const minimumStaff = parameter(regulation, 'PEN-D', 'minimumStaff');
  if (compare(rational(assessableStaff), minimumStaff.value) < 0)
    return item(
      'PEN-D',
      because('nobodyToTellApart', [staff, minimumStaff], given('noPoints', 'points', ZERO)),
    );
  const classes = regulation.rules['PEN-D'].parameters.classes.value;
  const { points } = classes.find(({ staffUpTo }) => staffUpTo === null || assessableStaff <= staffUpTo)!;
  const row = points[Math.min(bandsUsed, points.length) - 1]!;
  return item('PEN-D', because('differentiationRow', [staff, bands], tabled('PEN-D', 'penalty', row)));
}
