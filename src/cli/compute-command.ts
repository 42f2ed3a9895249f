import { parseArgs } from 'node:util';
import { checkInput } from '#core/cycle/check.ts';
import { streamedOutput } from '#core/cycle/output.ts';
import { compute, type Cycle } from '#core/compute.ts';
import { explain } from '#core/explain/explain.ts';
import { explanationJson } from '#core/explain/json.ts';
import { LANGUAGES, type Language } from '#core/explain/language.ts';
import { explanationText } from '#core/explain/text.ts';
import { readDocument } from './document.ts';
import { Refusal } from './refusal.ts';
import { TextSink } from './text-sink.ts';
import { writeJson } from './write-json.ts';

/** `accordo compute FILE [--explain ID [--json] [--lang it|en]]` (core contract, "Command line"). */
export async function computeCommand(args: readonly string[]): Promise<void> {
  const { file, id, json, language } = callOf(args);
  const { document, faults } = await readDocument(file);
  const checked = checkInput(document);
  if (!checked.ok) throw Refusal.ofFaults([...faults, ...checked.faults]);
  if (faults.length > 0) throw Refusal.ofFaults(faults);
  const cycle = compute(checked.input, checked.regulation);

  const sink = new TextSink(process.stdout);
  if (id === undefined) await writeJson(streamedOutput(cycle), sink);
  else await sink.write(explanationOf(cycle, id, json, language));
  await sink.end();
}

function explanationOf(cycle: Cycle, id: string, json: boolean, language: Language): string {
  const explanations = explain(cycle, id);
  if (explanations.length === 0)
    throw new Refusal([`--explain: ${JSON.stringify(id)} non è l'id di nessuna persona o direzione`]);
  if (!json) return explanations.map((each) => explanationText(each, cycle.regulation, language)).join('\n');
  const trees = explanations.map((each) => explanationJson(each, cycle.regulation, language));
  return `${JSON.stringify({ id, explanations: trees }, null, 2)}\n`;
}

interface Call {
  readonly file: string;
  readonly id: string | undefined;
  readonly json: boolean;
  readonly language: Language;
}

function callOf(args: readonly string[]): Call {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      options: {
        explain: { type: 'string' },
        json: { type: 'boolean', default: false },
        lang: { type: 'string' },
      },
      allowPositionals: true,
    });
  } catch {
    throw new Refusal([
      'compute: opzione sconosciuta o senza valore; si usa compute FILE [--explain ID [--json] [--lang it|en]]',
    ]);
  }
  const [file, ...more] = parsed.positionals;
  const { explain: id, json, lang = 'it' } = parsed.values;
  if (file === undefined) throw new Refusal(['compute: manca il nome del file (- per lo standard input)']);
  if (more.length > 0) throw new Refusal(['compute: un file alla volta']);
  if (json && id === undefined)
    throw new Refusal(['compute: --json vale solo con --explain; senza, il risultato è già in JSON']);
  if (parsed.values.lang !== undefined && id === undefined)
    throw new Refusal(['compute: --lang vale solo con --explain; il risultato non ha parole']);
  const language = LANGUAGES.find((each) => each === lang);
  if (language === undefined)
    throw new Refusal([`compute: --lang è it oppure en, non ${JSON.stringify(lang)}`]);
  return { file, id, json, language };
}
