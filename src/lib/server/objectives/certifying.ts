import { decimalText } from '#core/quantity/decimal-text.ts';
import { compare } from '#core/quantity/rational.ts';
import { exactly } from '#core/quantity/written.ts';
import type { Regulation } from '#core/regulation/schema.ts';
import { recorded } from '../audit/trail.ts';
import type { Portal } from '../database/database.ts';
import type { RecordChange } from '../lists/change.ts';
import type { Subject } from '../permissions/permission.ts';
import { accessOf } from './access.ts';
import { computedOf } from './achievement.ts';
import { Refused, type ObjectiveFault } from './fault.ts';
import { objectivesList } from './lists.ts';
import type { ObjectiveId } from './model.ts';
import { demand, faultsOf, noteOn, takeStep, writeList } from './step.ts';
import { setProgress } from './store.ts';
import { cellOf, columnOf } from './typed-cell.ts';
import { readYear, type Objective, type ObjectiveYear } from './year.ts';

export interface TypedCertification {
  /** Percent. */
  readonly achievement: string;
  readonly reason: string;
}

interface Certification {
  readonly certified: string;
  readonly certificationReason: string | null;
}

/** The Nucleo says what counts. A reason is needed where it is neither what was reported nor what the indicators come to. */
export function certify(
  portal: Portal,
  subject: Subject,
  id: string,
  typed: TypedCertification,
): Promise<readonly ObjectiveFault[]> {
  return takeStep(portal, subject, id, async ({ write, access, all, objective, now, note }) => {
    demand(access.certifies, { code: 'notYours' });
    const certification = certificationOf(objective, all, typed);
    await writeList(write, objectivesList, all.year, subject, [
      await changeOf(write, all, objective.row.id, certification),
    ]);
    await setProgress(write, objective.row.id, { certifiedAt: now, certifiedBy: subject.person });
    await note('certify', certifiedBefore(objective), certification);
  });
}

const CERTIFIED = columnOf(objectivesList, 'certified');
const REASON = columnOf(objectivesList, 'certificationReason');

function certificationOf(
  objective: Objective,
  { regulation }: ObjectiveYear,
  typed: TypedCertification,
): Certification {
  demand(mayCertify(objective), { code: 'wrongState' });
  const certified = cellOf(CERTIFIED, typed.achievement, 'achievement');
  demand(certified !== null, { code: 'achievementMissing' });
  const certificationReason = cellOf(REASON, typed.reason, 'reason');
  const said = knownAchievements(objective, regulation);
  const agrees = said.length > 0 && said.every((value) => compare(exactly(value), exactly(certified)) === 0);
  demand(agrees || certificationReason !== null, { code: 'reasonMissing' });
  return { certified, certificationReason };
}

async function changeOf(
  write: Parameters<typeof writeList>[0],
  { year }: ObjectiveYear,
  id: ObjectiveId,
  certification: Certification,
): Promise<RecordChange> {
  const before = (await objectivesList.source.one(write, year, { id }))!;
  return { before, after: { ...before, ...certification } };
}

const certifiedBefore = ({ row: { certified, certificationReason } }: Objective) =>
  certified === null ? null : { certified, certificationReason };

/** A draft is nobody's yet; what is certified can be certified anew. */
export function mayCertify({ state }: Pick<Objective, 'state'>): boolean {
  return state !== 'draft';
}

/** What was reported, and what the measured indicators come to; the latter is the last. */
export function knownAchievements(
  { row, indicators }: Pick<Objective, 'row' | 'indicators'>,
  regulation: Regulation,
): string[] {
  const isMeasured = indicators.some(({ measured }) => measured !== null);
  const computed = isMeasured ? computedOf(indicators, regulation) : null;
  return [
    ...(row.reported === null ? [] : [row.reported]),
    ...(computed ? [decimalText(computed.value)] : []),
  ];
}

export interface ManyCertified {
  readonly certified: number;
  /** Which need a reason, or have gone another way meanwhile. */
  readonly left: readonly string[];
}

/**
 * Certifies objectives as their indicators come to, or as reported where there are none. One whose report says something
 * else needs a reason, and is left. All that can be are certified, or none.
 */
export async function certifyAsComputed(
  portal: Portal,
  subject: Subject,
  year: number,
  ids: readonly string[],
): Promise<ManyCertified & { readonly faults: readonly ObjectiveFault[] }> {
  const left: string[] = [];
  const chosen = [...new Set(ids)];
  const faults = await faultsOf(() =>
    recorded(portal, subject.person, async (write, record) => {
      const access = await accessOf(write, subject);
      demand(access.certifies, { code: 'notYours' });
      const all = await readYear(write, year);
      const changes: RecordChange[] = [];
      for (const id of chosen) {
        const objective = all.objectives.get(id as ObjectiveId);
        const certification = objective && asKnown(objective, all);
        if (!certification) {
          left.push(id);
          continue;
        }
        const { row } = objective;
        changes.push(await changeOf(write, all, row.id, certification));
        await setProgress(write, row.id, {
          certifiedAt: new Date().toISOString(),
          certifiedBy: subject.person,
        });
        await noteOn(record, row.id)('certify', null, certification);
      }
      await writeList(write, objectivesList, year, subject, changes);
    }),
  );
  return faults.length > 0
    ? { certified: 0, left: chosen, faults }
    : { certified: chosen.length - left.length, left, faults };
}

/** What certifies without a reason; null: nothing does. */
export function asKnown(objective: Objective, all: ObjectiveYear): Certification | null {
  if (objective.state === 'certified') return null;
  const known = knownAchievements(objective, all.regulation).at(-1);
  try {
    return certificationOf(objective, all, { achievement: known ?? '', reason: '' });
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
