import type { Trainee } from '#core/rules/training.ts';
import type { Cells } from '../lists/definition.ts';

/**
 * What the core is told of somebody's training: without a record no hours, and the days in service that the registry has
 * where the record says no others.
 */
export function traineeOf(days: number, record: Cells | null): Trainee {
  const exempt = record?.exemption != null;
  return {
    hours: record?.hours ?? '0',
    days: Number(record?.days ?? days),
    ...(exempt && { exempt }),
  } as Trainee;
}
