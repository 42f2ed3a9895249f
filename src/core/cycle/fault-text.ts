import type { Fault, FaultKind, FaultPath } from './fault.ts';

/** One line for a person: `employees[3].months: deve essere tra 0 e 12`. */
export function faultText(fault: Fault): string {
  return `${pathText(fault.path)}: ${whatIsWrong(fault)}`;
}

/** `employees[3].months`; a name that is not a plain word is quoted: `survey.invited["a b"]`. */
export function pathText(path: FaultPath): string {
  if (path.length === 0) return 'documento';
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (!/^[\w-]+$/.test(step)) text += `[${JSON.stringify(step)}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}

function whatIsWrong(fault: FaultKind): string {
  switch (fault.kind) {
    case 'missing':
      return 'manca';
    case 'unknown-field':
      return 'campo non previsto';
    case 'wrong-type':
      return `deve essere ${TYPE[fault.expected]}`;
    case 'empty':
      return 'non può essere vuoto';
    case 'not-a-quantity':
      return 'deve essere un numero in notazione decimale semplice, come 1234.56 (senza segno, esponente o separatore delle migliaia)';
    case 'not-whole':
      return 'deve essere un numero intero';
    case 'too-many-decimals':
      return `può avere al massimo ${fault.most} decimali`;
    case 'out-of-range':
      return rangeText(fault);
    case 'not-one-of':
      return `deve essere uno di: ${fault.allowed.join(', ')}`;
    case 'wrong-count':
      return `deve avere ${fault.expected} valori`;
    case 'too-many':
      return `può avere al massimo ${fault.most} elementi`;
    case 'duplicate':
      return 'compare più di una volta';
    case 'unknown-reference':
      return `non corrisponde a ${REFERENCE[fault.to]}`;
    case 'second-executive':
      return 'la direzione ha già un dirigente';
    case 'months-twice':
      return 'indicare months oppure presenceDays, non entrambi';
    case 'share-and-amount':
      return 'in un progetto si indicano quote (share) oppure importi (amount), non entrambi';
    case 'no-share':
      return 'le quote sono tutte 0';
    case 'wrong-sum':
      return `gli importi sommano a ${fault.found} invece di ${fault.expected}`;
    case 'more-responses-than-invited':
      return `${fault.responses} risposte per ${fault.invited} invitati`;
    case 'invalid-regulation':
      return `regolamento non valido (${fault.detail})`;
  }
}

function rangeText({ least, most, exclusive }: Extract<FaultKind, { kind: 'out-of-range' }>): string {
  if (most === null)
    return exclusive ? `deve essere maggiore di ${least}` : `non può essere minore di ${least}`;
  return `deve essere tra ${least} e ${most}`;
}

const TYPE = { object: 'un oggetto', list: 'una lista', text: 'un testo', boolean: 'true o false' };

const REFERENCE = {
  direction: 'nessuna direzione',
  silo: 'nessun silo',
  person: 'nessuna persona',
  regulation: 'nessun regolamento',
};
