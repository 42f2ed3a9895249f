import * as z from 'zod';
import { inputSchema } from '#core/cycle/input.ts';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';

/** `accordo schema`: the JSON Schema of the input, with the ranges of the regulation cremona-2025. */
export function schemaCommand(): Promise<void> {
  const schema = z.toJSONSchema(inputSchema(CREMONA_2025), { io: 'input', unrepresentable: 'any' });
  process.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
  return Promise.resolve();
}
