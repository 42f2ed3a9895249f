import { formatWhole } from '#lib/locale/format.ts';
import { m } from '#lib/paraglide/messages.js';

type Fault = { code: 'changed' | 'missing'; sequence: number } | { code: 'head' } | { code: 'known' };

/** What the walk through the audit trail found, in the language of the page. */
export function verificationText(fault: Fault): string {
  switch (fault.code) {
    case 'changed':
      return m.audit_fault_changed({ number: formatWhole(fault.sequence) });
    case 'missing':
      return m.audit_fault_missing({ number: formatWhole(fault.sequence) });
    case 'head':
      return m.audit_fault_head();
    case 'known':
      return m.audit_fault_known();
  }
}
