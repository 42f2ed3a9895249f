import { afterAll, beforeAll, expect, test } from 'vitest';
import { MANAGER, openScene, type Scene } from '../../../cli/survey-scene.ts';
import { close } from '../survey/campaigns.ts';
import { openYear } from '../years/years.ts';
import { dataOfYear, documentToTake } from './data-of-year.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
  expect(await openYear(scene.portal, 'accordo', 2025, 'cremona-2025')).toBeNull();
  expect(await close(scene.portal, MANAGER, scene.campaign)).toEqual({ ok: true });
}, 60_000);
afterAll(() => {
  scene.remove();
});

test('the core counts the responses of a survey of the portal, and nobody takes them away', async () => {
  const { document } = await dataOfYear(scene.portal.read, 2025);
  expect((document as { survey: { responses: unknown[] } }).survey.responses).toHaveLength(
    scene.answers.length,
  );
  const taken = await documentToTake(scene.portal.read, 2025);
  expect(taken).not.toHaveProperty('survey');
  expect(Object.keys(taken)).toEqual(Object.keys(document).filter((part) => part !== 'survey'));
  for (const answers of scene.answers)
    expect(JSON.stringify(taken)).not.toContain(JSON.stringify(Array.from(answers, Number)));
});
