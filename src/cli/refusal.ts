import type { Writable } from 'node:stream';
import type { Fault } from '#core/cycle/fault.ts';
import { faultText } from '#core/cycle/fault-text.ts';
import { TextSink } from './text-sink.ts';

/** The input, or the call itself, is refused: one line for each thing that is wrong. */
export class Refusal extends Error {
  readonly lines: Iterable<string>;

  constructor(lines: Iterable<string>) {
    super('refused');
    this.lines = lines;
  }

  static ofFaults(faults: readonly Fault[]): Refusal {
    return new Refusal(faultLines(faults));
  }

  async report(stream: Writable): Promise<void> {
    const sink = new TextSink(stream);
    for (const line of this.lines) await sink.write(`${line}\n`);
    await sink.end();
  }
}

function* faultLines(faults: readonly Fault[]): Generator<string> {
  for (const fault of faults) yield faultText(fault);
}
