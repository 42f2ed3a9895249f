import type { Portal, Writer } from '../database/database.ts';
import { writeChanges } from '../lists/change.ts';
import type { ListDefinition } from '../lists/definition.ts';
import { resolversOf } from '../lists/editing.ts';
import type { RecordFault } from '../lists/fault.ts';
import { readSpreadsheet } from '../spreadsheets/read.ts';
import type { Sheet } from '../spreadsheets/cell.ts';
import { chosenSheets } from './chosen-sheets.ts';
import { differences, type Difference } from './difference.ts';
import type { Counts } from './counts.ts';
import { fileOf } from './file.ts';
import { matched, titlesOf, unmatched, type Mapping } from './mapping.ts';
import { parseRows, type PlacedFault } from './parse-rows.ts';
import type { Progress } from './progress.ts';
import type { Refusal } from './refusal.ts';
import * as store from './store.ts';

/** So many faults are kept: nobody reads more, and the first tell what to mend. */
const FAULTS_KEPT = 1000;

/**
 * Reads a file, says what it would change, and tries it: what the list would refuse is found before anybody decides. The
 * import is then `ready`, or waits for somebody to say what its columns are, or is refused.
 *
 * @param mapping what the columns are; null: by their titles, or as the last time
 */
export async function checkFile(
  portal: Portal,
  id: string,
  definition: ListDefinition,
  year: number,
  mapping: Mapping | null,
  told: (progress: Progress) => void,
): Promise<void> {
  const settle = (fields: Parameters<typeof store.update>[2]) =>
    portal.transaction((write) => store.update(write, id, fields));
  const refuse = (refusal: Refusal) => settle({ state: 'refused', refusal: JSON.stringify(refusal) });

  const reading = await readSpreadsheet(fileOf(portal, id), undefined, (done) => {
    told({ done, total: null });
  });
  if (!reading.ok) return refuse(reading.fault);
  const sheets = chosenSheets(reading.sheets, definition.columns);
  const total = sheets.reduce((sum, { rows }) => sum + rows.length - 1, 0);
  if (total <= 0) return refuse({ code: 'noRows' });
  const taken = mapping ?? (await mappingOf(portal, definition, sheets[0]!));
  if (unmatched(taken, definition.columns).length > 0)
    return settle({ state: 'mapping', mapping: JSON.stringify(taken) });

  await settle({ state: 'checking', mapping: JSON.stringify(taken) });
  const resolvers = await resolversOf(portal.read, definition.columns);
  const parsed = await parseRows(definition, sheets, taken, resolvers, (done) => {
    told({ done, total });
  });
  const run = (await store.one(portal.read, id))!;
  const current = await definition.source.all(portal.read, year);
  const { list, same } = differences(definition, current, parsed, run.removesMissing);
  const faults =
    parsed.faults.length > 0
      ? parsed.faults
      : placed(await tried(portal, definition, year, list, told), list);
  const counts: Counts = {
    new: list.filter(({ kind }) => kind === 'new').length,
    changed: list.filter(({ kind }) => kind === 'changed').length,
    gone: list.filter(({ kind }) => kind === 'gone').length,
    same,
    faults: faults.length,
  };
  const refused = faults.length > 0;
  await portal.transaction(async (write) => {
    await keepFindings(write, id, refused ? [] : list, faults.slice(0, FAULTS_KEPT));
    await store.update(write, id, {
      ...{ state: refused ? 'refused' : 'ready', counts: JSON.stringify(counts), refusal: null },
    });
  });
}

async function mappingOf(portal: Portal, definition: ListDefinition, sheet: Sheet): Promise<Mapping> {
  const titles = titlesOf(sheet);
  const known = await store.rememberedMapping(portal.read, definition.id, JSON.stringify(titles));
  return known === null ? matched(titles, definition.columns) : (JSON.parse(known) as Mapping);
}

/** Ends the trial: nothing of it stays. */
class Tried extends Error {}

/** Writes the changes and takes them back: what is wrong with the list as it would be. */
async function tried(
  portal: Portal,
  definition: ListDefinition,
  year: number,
  list: readonly Difference[],
  told: (progress: Progress) => void,
): Promise<readonly RecordFault[]> {
  let faults: readonly RecordFault[] = [];
  try {
    await portal.transaction(async (write) => {
      faults = await writeChanges(write, definition, year, list, {
        ...{ by: null, at: new Date(), importId: null },
        onProgress: (done) => {
          told({ done, total: list.length });
        },
      });
      throw new Tried();
    });
  } catch (error) {
    if (!(error instanceof Tried)) throw error;
  }
  return faults;
}

function placed(faults: readonly RecordFault[], list: readonly Difference[]): PlacedFault[] {
  const places = new Map(list.map(({ key, place }) => [key, place]));
  return faults.map(({ key, column, fault }) => {
    const place = places.get(key);
    return { sheet: place?.sheet ?? '', row: place?.row ?? 0, column: null, columnTitle: column, fault };
  });
}

function keepFindings(
  write: Writer,
  importId: string,
  list: readonly Difference[],
  faults: readonly PlacedFault[],
): Promise<void> {
  return store.replaceFindings(
    write,
    importId,
    list.map(({ kind, place, key, before, after }, sequence) => ({
      ...{ importId, sequence, kind, key },
      sheet: place?.sheet ?? null,
      row: place?.row ?? null,
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after),
    })),
    faults.map(({ sheet, row, column, columnTitle, fault }, sequence) => ({
      ...{ importId, sequence, column, columnTitle },
      sheet: sheet === '' ? null : sheet,
      row: row === 0 ? null : row,
      fault: JSON.stringify(fault),
    })),
  );
}
