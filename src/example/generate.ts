import { mkdir, writeFile } from 'node:fs/promises';
import { exampleFiles } from './example-files.ts';

/** `node src/example/generate.ts`: writes the example and the page of its figures, the same every time. */
for (const { url, text } of exampleFiles()) {
  await mkdir(new URL('.', url), { recursive: true });
  await writeFile(url, text);
}
