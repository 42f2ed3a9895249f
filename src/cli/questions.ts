import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Refusal } from './refusal.ts';

export interface Question<Name extends string> {
  readonly name: Name;
  readonly question: string;
  /** The answer does not appear on the screen. */
  readonly hidden?: boolean;
}

/**
 * Asks on standard error and reads standard input, an answer a line; so a script can give them too. Throws `Refusal` if
 * the input ends before the last answer.
 */
export async function ask<Name extends string>(
  questions: readonly Question<Name>[],
): Promise<Readonly<Record<Name, string>>> {
  let hidden = false;
  const screen = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!hidden) process.stderr.write(chunk);
      done();
    },
  });
  const terminal = process.stdin.isTTY;
  const lines = createInterface({ input: process.stdin, output: screen, terminal });
  const read = lines[Symbol.asyncIterator]();
  const answers: Partial<Record<Name, string>> = {};
  try {
    for (const { name, question, hidden: secret = false } of questions) {
      process.stderr.write(`${question}: `);
      hidden = secret;
      const line = await read.next();
      hidden = false;
      if (secret || !terminal) process.stderr.write('\n');
      if (line.done) throw new Refusal(['risposte: finiscono prima delle domande; non è stato fatto nulla']);
      answers[name] = line.value;
    }
  } finally {
    lines.close();
  }
  return answers as Record<Name, string>;
}
