import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPortal, type Portal } from '../database/database.ts';
import { prepare } from '../installation/preparation.ts';
import { LISTS } from '../lists/catalogue.ts';
import type { ListId } from '../lists/list-ids.ts';
import type { PersonId } from '../organisation/model.ts';
import { parsedCounts } from './counts.ts';
import { asCsv, asXlsx } from './export.ts';
import { bring, drop, runOf } from './imports.ts';
import { waitFor } from './progress.ts';
import * as store from './store.ts';

const YEAR = 2025;

let folder: string;
let portal: Portal;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'accordo-round-'));
  portal = openPortal(folder);
  await prepare(portal);
}, 60_000);
afterAll(() => {
  portal.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Empty in the demo, because the registry knows everybody's months. */
const EMPTY: readonly ListId[] = ['countedMonths'];

const filled = LISTS.filter(({ id }) => !EMPTY.includes(id));

describe.each(['xlsx', 'csv'] as const)('as %s', (format) => {
  test.each(filled.map((definition) => [definition.id, definition] as const))(
    '%s: what is exported and brought back changes nothing',
    async (_id, definition) => {
      const kept = await definition.source.all(portal.read, YEAR);
      expect(kept.length).toBeGreaterThan(0);
      const bytes =
        format === 'csv'
          ? new TextEncoder().encode(await asCsv(portal.read, definition, kept))
          : await asXlsx(portal.read, definition, kept);
      const id = await bring(portal, 'n01' as PersonId, definition, YEAR, {
        ...{ name: `lista.${format}`, bytes, removesMissing: true },
      });
      await waitFor(id, 60_000);
      const run = (await runOf(portal, id))!;
      expect(await store.faults(portal.read, id, 5)).toEqual([]);
      expect(parsedCounts(run.counts)).toEqual({
        ...{ new: 0, changed: 0, gone: 0, same: kept.length, faults: 0 },
      });
      await drop(portal, 'n01' as PersonId, run);
    },
    60_000,
  );
});
