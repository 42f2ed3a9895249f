import { fetchCurrentSurvey } from './api.ts';
import type { CurrentSurvey } from './current-survey.ts';
import { fromBase64url, sha256 } from './encoding.ts';
import { keepKeys, pinnedKeys } from './keeping.ts';
import { VERSION } from './kept.ts';
import { Refusal } from './refusal.ts';

/**
 * The campaign that is on, with the keys that this device saw the first time. Other keys later stop everything: with a
 * key of its own for somebody, a server could tell their vote from the others.
 *
 * @returns null if no campaign is on
 * @throws Refusal `keyChanged`, or why the server could not be asked
 */
export async function currentSurvey(): Promise<CurrentSurvey | null> {
  const survey = await fetchCurrentSurvey();
  if (survey === null) return null;
  const { campaign } = survey;
  const fingerprints: Record<string, string> = {};
  for (const { id, publicKey } of survey.directions)
    fingerprints[id] = await sha256(fromBase64url(publicKey));
  const pinned = await pinnedKeys(campaign);
  if (pinned === undefined) await keepKeys({ version: VERSION, campaign, fingerprints });
  else if (!areSame(pinned.fingerprints, fingerprints)) throw new Refusal('keyChanged');
  return survey;
}

function areSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const ids = Object.keys(a);
  return ids.length === Object.keys(b).length && ids.every((id) => a[id] === b[id]);
}
