/** A figure that may be moved a little, within its limits, so that a sum comes out as published. */
export interface Movable {
  value: number;
  readonly least: number;
  readonly most: number;
  /** How much the sum changes when the value changes by one; 1 if absent. */
  readonly weight?: number;
}

/**
 * Moves values by `step`, each in its turn, until `Σ value × weight` has changed by `amount`. Even rounds keep every
 * single figure close to where it was drawn. Throws if the limits do not allow it: then the plan has to change.
 */
export function spread(amount: number, movables: readonly Movable[], step = 1): void {
  let missing = amount;
  while (missing !== 0) {
    const before = missing;
    for (const movable of movables) missing -= moveOnce(movable, missing, step);
    if (missing === before) throw new RangeError(`nothing left to move, ${missing} missing`);
  }
}

/** What moving the value by one step towards the missing amount adds to the sum; 0 if it cannot be moved. */
function moveOnce(movable: Movable, missing: number, step: number): number {
  const change = Math.sign(missing) * step;
  const moved = movable.value + change;
  const added = change * (movable.weight ?? 1);
  if (Math.abs(missing) < Math.abs(added) || moved < movable.least || moved > movable.most) return 0;
  movable.value = moved;
  return added;
}
