import { afterEach, beforeEach, expect, test } from 'vitest';
import { day } from '#core/calendar/iso-date.ts';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import { rowField, shownField } from '#lib/ui/row-field.ts';
import type { Portal } from '../database/database.ts';
import { unit } from '../organisation/small-town.ts';
import { HOLDER, openBorough } from '../permissions/borough.ts';
import type { Role } from '../permissions/roles.ts';
import { subjectOf } from '../permissions/subject.ts';
import { openYear } from '../years/years.ts';
import { MEASURES } from './measures.ts';
import { complianceAccess, saveMeasures, transparencyPage } from './transparency-page.ts';

let portal: Portal;
let close: () => void;

beforeEach(async () => {
  ({ portal, close } = await openBorough());
  expect(await openYear(portal, 'accordo', 2025, 'cremona-2025')).toBeNull();
});
afterEach(() => {
  close();
});

const accessOf = async (role: Role) =>
  complianceAccess(portal.read, await subjectOf(portal.read, HOLDER[role], day('2025-06-01')));

async function page(role: Role) {
  return transparencyPage(portal.read, 2025, CREMONA_2025, await accessOf(role), 'it');
}

/** Writes measures of mills: reported, with so many findings each. */
async function write(role: Role, findings: readonly string[], reported = 'true') {
  const form = new FormData();
  findings.forEach((count, at) => {
    const { value } = MEASURES[at]!;
    form.set(shownField(value), 'null');
    form.set(rowField('reported', value), reported);
    form.set(rowField('findings', value), count);
  });
  return saveMeasures(portal, HOLDER[role], 2025, await accessOf(role), unit('mills'), form, 'it');
}

const mills = async () => (await page('evaluationBoard')).find(({ id }) => id === unit('mills'))!;

test('a direction has reported when it has reported on every measure; the core says what it loses', async () => {
  const untold = (await mills()).penalty.shown;
  expect(
    await write(
      'technicalStructure',
      Array.from({ length: 9 }, () => '0'),
    ),
  ).toMatchObject({ written: 9 });
  expect(await mills()).toMatchObject({ reported: 9, penalty: { shown: untold } });
  const form = new FormData();
  form.set(shownField('10'), 'null');
  form.set(rowField('reported', '10'), 'true');
  form.set(rowField('findings', '10'), '0');
  await saveMeasures(
    portal,
    HOLDER.technicalStructure,
    2025,
    await accessOf('technicalStructure'),
    unit('mills'),
    form,
    'it',
  );
  expect(await mills()).toMatchObject({ reported: 10, findings: 0, penalty: { shown: '0,00 punti' } });
  expect(untold).not.toBe('0,00 punti');
});

test('an executive reads the own direction and writes nothing', async () => {
  expect((await page('executive')).map(({ id, mayChange }) => [id, mayChange])).toEqual([['mills', false]]);
  expect(await write('executive', ['1'])).toEqual({ ok: true, written: 0 });
  expect(await write('secretaryGeneral', ['1'])).toEqual({ ok: true, written: 1 });
  expect((await mills()).findings).toBe(1);
});

test('a measure without its findings is asked for', async () => {
  expect(await write('technicalStructure', [''])).toMatchObject({
    ok: false,
    faults: [{ field: 'findings.1' }],
  });
});
