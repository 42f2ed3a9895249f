// Installs what is missing and nothing else: the first step of .ci/run.
import { ensureDependencies } from './dependencies.mjs';
import { reportFailure } from './failure.mjs';
import { onStop } from './stop.mjs';

// Ending this process ends its children: see child.mjs.
onStop((code) => process.exit(code));
await ensureDependencies().catch(reportFailure);
