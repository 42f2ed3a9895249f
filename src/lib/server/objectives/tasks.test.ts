import { expect, test } from 'vitest';
import { accept, assign } from './assigning.ts';
import { openMill } from './mill-objectives.ts';
import { report } from './reporting.ts';
import { objectiveTasks } from './tasks.ts';

test('an objective asks its owner to accept it, then to report it, and then the Nucleo to certify it', async () => {
  const mill = await openMill();
  const asked = async (who: string) =>
    (await objectiveTasks(mill.portal.read, await mill.who(who))).map(({ title, href }) => [title, href]);
  const holder = await mill.as('eqHolder');
  expect(await asked('quinto')).toEqual([]);
  await assign(mill.portal, await mill.as('executive'), 'grain');
  expect(await asked('quinto')).toEqual([['Accetta l’obiettivo «Objective grain»', '/obiettivi/grain']]);
  expect([await asked('emma'), await asked('xavier'), await asked('nora')]).toEqual([[], [], []]);
  await accept(mill.portal, holder, 'grain');
  expect(await asked('quinto')).toEqual([['Rendiconta l’obiettivo «Objective grain»', '/obiettivi/grain']]);
  const typed = { remarks: 'Done.', measured: { 'grain-1': '90' }, achievement: '' };
  await report(mill.portal, holder, 'grain', 'final', typed);
  expect(await asked('quinto')).toEqual([]);
  // Only what a direction was to reach waits for the Nucleo.
  expect(await asked('nora')).toEqual([]);
  const executive = await mill.as('executive');
  await assign(mill.portal, await mill.as('technicalStructure'), 'mill');
  await accept(mill.portal, executive, 'mill');
  await report(mill.portal, executive, 'mill', 'final', {
    remarks: 'Done.',
    measured: { 'mill-1': '90' },
    achievement: '',
  });
  expect(await asked('nora')).toEqual([
    ['Certifica gli obiettivi rendicontati (1)', '/obiettivi/monitoraggio'],
  ]);
  mill.close();
});
