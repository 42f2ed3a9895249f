import type { StreamedOutput } from '#core/cycle/output.ts';
import type { TextSink } from './text-sink.ts';

/**
 * Writes the output as JSON, a field and an element of a list a line, so that it can be read, compared line by line,
 * and be larger than a string may be.
 */
export async function writeJson(output: StreamedOutput, sink: TextSink): Promise<void> {
  let separator = '{\n';
  for (const [key, value] of Object.entries(output)) {
    await sink.write(`${separator}  ${JSON.stringify(key)}: `);
    if (isList(value)) await writeList(value, sink);
    else await sink.write(JSON.stringify(value));
    separator = ',\n';
  }
  await sink.write('\n}\n');
}

async function writeList(list: Iterable<unknown>, sink: TextSink): Promise<void> {
  let separator = '[\n';
  let empty = true;
  for (const element of list) {
    const full = sink.write(`${separator}    ${JSON.stringify(element)}`);
    if (full) await full;
    separator = ',\n';
    empty = false;
  }
  await sink.write(empty ? '[]' : '\n  ]');
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
