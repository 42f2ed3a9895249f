import type { Cells } from '../lists/definition.ts';
import { MEASURES } from './measures.ts';

/** What the core is told of a direction: it has reported when it has reported on every measure. */
export function monitoredOf(records: readonly Cells[]): { reported: boolean; findings: number } {
  const reported = records.filter((record) => record.reported === 'true').length;
  return {
    reported: reported === MEASURES.length,
    findings: records.reduce((sum, { findings }) => sum + Number(findings), 0),
  };
}
