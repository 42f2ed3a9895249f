// npm run sync: writes what is derived from the sources and needed to check and lint them.
import { syncTypes } from './build.mjs';
import { reportFailure } from './failure.mjs';
import { onStop } from './stop.mjs';

// Ending this process ends its children: see child.mjs.
onStop((code) => process.exit(code));
await syncTypes().catch(reportFailure);
