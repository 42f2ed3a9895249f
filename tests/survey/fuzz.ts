/** `npm run survey:fuzz`: a hundred thousand hostile requests to the survey's four calls. `-- 5000`: so many. */
import { ensureBuild } from '../../src/launch/build.mjs';
import { fuzz } from './fuzz/fuzz.ts';

const requests = Number(process.argv[2] ?? 100_000);

await ensureBuild();
const counts = await fuzz(requests);
for (const [call, outcomes] of counts) {
  const sorted = [...outcomes].sort(([a], [b]) => String(a).localeCompare(String(b)));
  console.log(`${call}: ${sorted.map(([outcome, times]) => `${outcome} ${times} times`).join(', ')}`);
}
console.log(`${requests} requests: no fault, nothing stored, nothing in the log`);
