import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ballot, base64url, blind, importKey } from '../../tests/survey/voter.ts';
import { day } from '#core/calendar/iso-date.ts';
import { openPortal, type Portal } from '../lib/server/database/database.ts';
import { loadBody } from '../lib/server/organisation/loading.ts';
import type { PersonId, UnitId } from '../lib/server/organisation/model.ts';
import * as campaigns from '../lib/server/survey/campaigns.ts';
import { cast } from '../lib/server/survey/cast.ts';
import { giveCredential } from '../lib/server/survey/credentials.ts';
import type { CampaignId } from '../lib/server/survey/model.ts';
import * as store from '../lib/server/survey/store.ts';

/** An open survey of two directions in which people have voted, for the tests of the commands. */

export const DIRECTIONS = ['north', 'south'] as const;
export const MANAGER = 'manager' as PersonId;
const VOTERS_EACH = 7;
/** Who is invited and does not vote. */
const SILENT_EACH = 1;

export interface Scene {
  readonly folder: string;
  readonly portal: Portal;
  readonly campaign: CampaignId;
  /** The answers of everybody who voted, as digits. */
  readonly answers: readonly string[];
  remove(): void;
}

export async function openScene(): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'accordo-scene-'));
  const portal = openPortal(folder);
  const always = { from: day('2020-01-01'), to: null };
  const staff = DIRECTIONS.flatMap((unit) =>
    Array.from({ length: VOTERS_EACH + SILENT_EACH }, (_, at) => ({
      person: `${unit}${at}` as PersonId,
      unit: unit as string as UnitId,
      votes: at < VOTERS_EACH,
    })),
  );
  await portal.transaction((write) =>
    loadBody(write, {
      units: DIRECTIONS.map((id) => ({
        id: id as string as UnitId,
        kind: 'direction',
        versions: [{ ...always, name: id, parent: null }],
      })),
      people: [MANAGER, ...staff.map(({ person }) => person)].map((id) => ({
        ...{ id, givenName: id, familyName: 'Prova' },
        ...{ mail: `${id}@comune.example`, taxCode: null, staffNumber: null },
      })),
      assignments: staff.map(({ person, unit }) => ({ person, unit, share: 100, ...always })),
      appointments: [],
      remits: [],
    }),
  );
  const campaign = await campaigns.plan(portal, MANAGER, {
    title: 'Sondaggio di prova',
    year: 2025,
    referenceDate: day('2025-12-31'),
    closesAt: '2099-12-31T22:59:59Z',
  });
  await campaigns.open(portal, MANAGER, campaign);
  const answers: string[] = [];
  for (const [at, { person }] of staff.filter(({ votes }) => votes).entries()) {
    const own = Array.from({ length: 8 }, (_, question) => ((at * 3 + question) % 4) + 1);
    await vote(portal, campaign, person, own);
    answers.push(own.join(''));
  }
  return {
    ...{ folder, portal, campaign, answers },
    remove: () => {
      portal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function vote(portal: Portal, campaign: CampaignId, person: PersonId, answers: readonly number[]) {
  const direction = await store.invitedTo(portal.read, campaign, person);
  const { publicKey } = (await store.directions(portal.read, campaign)).find(({ id }) => id === direction)!;
  const key = await importKey(publicKey);
  const blinded = await blind(key);
  const credential = await giveCredential(portal, campaign, person, base64url(blinded.blinded));
  if (!credential.ok) throw new Error(credential.reason);
  const taken = await cast(
    portal,
    campaign,
    await ballot(key, credential.direction, blinded, credential.blindSignature, answers),
  );
  if (!taken.ok) throw new Error(taken.reason);
}
