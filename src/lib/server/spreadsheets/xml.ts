import sax from 'sax';
import { Refusal, bomb, damaged } from './fault.ts';

export type Attributes = Readonly<Record<string, string | undefined>>;

/** What the reader of a part wants to hear of. Texts come in pieces. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

const DEPTH = 100;
const ATTRIBUTES = 500;
/** Of a part; a million elements take half a second. */
const ELEMENTS = 20_000_000;
const ENTITIES = Object.assign(Object.create(null) as Record<string, string>, {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
});

/**
 * Tells the handler of every element and text of a part, as it streams in. A document type declaration is refused: no office
 * program writes one, and it is what can define entities. Throws `Refusal`.
 */
export async function readXml(
  part: string,
  chunks: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
): Promise<void> {
  const parser = strictParser(part, handler);
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    parser.write(decode(part, decoder, chunk));
  }
  if (decoder !== null) parser.write(decode(part, decoder));
  parser.close();
}

function strictParser(part: string, handler: XmlHandler): sax.SAXParser {
  const parser = sax.parser(true);
  let depth = 0;
  let attributes = 0;
  let elements = 0;
  // The parser looks names up in here, and would find `toString` in an ordinary object.
  parser.ENTITIES = ENTITIES;
  parser.onerror = (error) => {
    if (error.message.startsWith('Max buffer length exceeded')) throw bomb('markup');
    if (error.message.startsWith('Inappropriately located doctype')) throw bomb('doctype');
    throw damaged(part);
  };
  parser.ondoctype = () => {
    throw bomb('doctype');
  };
  parser.onsgmldeclaration = () => {
    throw bomb('doctype');
  };
  parser.onprocessinginstruction = ({ name, body }) => {
    if (name !== 'xml') return;
    const encoding = /encoding\s*=\s*["']([^"']*)/.exec(body)?.[1] ?? 'utf-8';
    if (!/^(utf-?8|utf-?16(le|be)?|us-ascii)$/i.test(encoding)) throw new Refusal({ code: 'encoding' });
  };
  parser.onopentagstart = () => {
    attributes = 0;
  };
  parser.onattribute = ({ name }) => {
    attributes += 1;
    if (attributes > ATTRIBUTES) throw bomb('markup');
    // The parser asks its own object of attributes for this method.
    if (name === 'hasOwnProperty') throw damaged(part);
  };
  parser.onopentag = (tag) => {
    elements += 1;
    if (elements > ELEMENTS) throw bomb('markup');
    depth += 1;
    if (depth > DEPTH) throw bomb('depth');
    handler.open(tag.name, (tag as sax.Tag).attributes);
  };
  parser.onclosetag = (name) => {
    depth -= 1;
    handler.close(name);
  };
  parser.ontext = (text) => {
    handler.text(text);
  };
  parser.oncdata = (text) => {
    handler.text(text);
  };
  parser.onend = () => {
    if (elements === 0) throw damaged(part);
  };
  return parser;
}

/** UTF-8 unless a mark tells otherwise (XML 1.0, 4.3.3). */
function decoderFor(chunk: Uint8Array): TextDecoder {
  const mark = chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : null;
  const other = chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : null;
  return new TextDecoder(mark ?? other ?? 'utf-8', { fatal: true });
}

function decode(part: string, decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) throw damaged(part);
    throw error;
  }
}

/** The name without its prefix: `x:row` and `row` are the same in the one namespace that matters. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
