import { posix } from 'node:path';
import { Refusal, damaged } from '../fault.ts';
import { localName, type Attributes, type XmlHandler } from '../xml.ts';

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly relationship: string;
}

/** Reads `xl/workbook.xml`: the sheets in their order and the system of dates. */
export class Workbook implements XmlHandler {
  readonly sheets: SheetEntry[] = [];
  system1904 = false;
  readonly #mostSheets: number;
  readonly #part: string;

  constructor(part: string, mostSheets: number) {
    this.#part = part;
    this.#mostSheets = mostSheets;
  }

  open(name: string, attributes: Attributes): void {
    const element = localName(name);
    if (element === 'workbookPr') this.system1904 = /^(1|true|on)$/.test(attributes.date1904 ?? '');
    if (element !== 'sheet') return;
    if (this.sheets.length >= this.#mostSheets) {
      throw new Refusal({ code: 'tooManySheets', limit: this.#mostSheets });
    }
    // The prefix of the namespace of relationships is the writer's choice.
    const relationship = Object.keys(attributes).find((key) => key.endsWith(':id'));
    if (attributes.name === undefined || relationship === undefined) throw damaged(this.#part);
    this.sheets.push({
      name: attributes.name,
      hidden: (attributes.state ?? 'visible') !== 'visible',
      relationship: attributes[relationship]!,
    });
  }

  close(): void {
    // Nothing hangs on where an element ends.
  }

  text(): void {
    // A workbook holds no texts.
  }
}

export interface Relationship {
  readonly type: string;
  /** Name of the part in the archive. */
  readonly part: string;
}

/** Reads `xl/_rels/workbook.xml.rels`: which part is meant by a relationship. */
export class Relationships implements XmlHandler {
  readonly byId = new Map<string, Relationship>();

  open(name: string, attributes: Attributes): void {
    const { Id: id, Type: type, Target: target } = attributes;
    if (localName(name) !== 'Relationship' || attributes.TargetMode === 'External') return;
    if (id === undefined || type === undefined || target === undefined) return;
    const part = target.startsWith('/') ? posix.normalize(target).slice(1) : posix.join('xl', target);
    this.byId.set(id, { type: type.slice(type.lastIndexOf('/') + 1), part });
  }

  close(): void {
    // Nothing hangs on where an element ends.
  }

  text(): void {
    // Relationships hold no texts.
  }
}
