import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessOf, readable } from './access.ts';
import { openMill, YEAR, type Mill } from './mill-objectives.ts';
import { treeOf, type Chosen, type TreeNode } from './tree.ts';
import { readYear } from './year.ts';
import type { Subject } from '../permissions/permission.ts';

let mill: Mill;
beforeAll(async () => {
  mill = await openMill();
});
afterAll(() => {
  mill.close();
});

const ALL: Chosen = { reading: 'chain', silo: null, direction: null };

async function tree(subject: Subject, chosen: Partial<Chosen> = {}) {
  const all = await readYear(mill.portal.read, YEAR);
  return treeOf(all, await accessOf(mill.portal.read, subject), { ...ALL, ...chosen }, 'it');
}

/** A tree as text: `dup(plan(mill))`. */
const drawn = (nodes: readonly TreeNode[]): string =>
  nodes.map(({ id, below }) => (below.length > 0 ? `${id}(${drawn(below)})` : id)).join(' ');

describe('the tree of objectives', () => {
  test('goes from the strategic goal to the person', async () => {
    const { groups } = await tree(await mill.as('technicalStructure'));
    expect(drawn(groups[0]!.nodes)).toBe('dup(plan(dock(pier) mill(grain(emma))))');
  });

  test('goes from the silo to the person: what stands below belongs to the silo of what it serves', async () => {
    const { groups } = await tree(await mill.as('technicalStructure'), { reading: 'silo' });
    expect(groups.map(({ name, nodes }) => `${name}: ${drawn(nodes)}`)).toEqual([
      'Bread: dock(pier) mill(grain(emma))',
    ]);
  });

  test('of a direction shows what it serves above, and nothing beside', async () => {
    const { groups } = await tree(await mill.as('technicalStructure'), { direction: 'docks' });
    expect(drawn(groups[0]!.nodes)).toBe('dup(plan(dock(pier)))');
  });

  test('says what is missing', async () => {
    const { groups } = await tree(await mill.as('technicalStructure'), {
      reading: 'silo',
      direction: 'mills',
    });
    expect(groups[0]!.nodes[0]).toMatchObject({ state: 'bozza', lacks: [], achievement: null });
  });

  test.each([
    ['an executive sees the own direction’s branch', 'xavier', 'dup(plan(mill(grain(emma))))'],
    ['an EQ holder the own service’s people', 'quinto', 'dup(plan(mill(grain(emma))))'],
    ['an employee the own', 'emma', 'dup(plan(mill(grain(emma))))'],
    ['and nobody else’s', 'emilio', ''],
    ['who works elsewhere the own', 'piero', 'dup(plan(dock(pier)))'],
  ])('%s', async (_, who, expected) => {
    const { groups } = await tree(await mill.who(who));
    expect(drawn(groups[0]?.nodes ?? [])).toBe(expected);
  });

  test('opens to nobody what lies beside the own', async () => {
    const all = await readYear(mill.portal.read, YEAR);
    const open = readable(all, await accessOf(mill.portal.read, await mill.who('emma')));
    expect([...open].map(({ row }) => row.id as string).sort()).toEqual([
      'dup',
      'emma',
      'grain',
      'mill',
      'plan',
    ]);
  });
});
