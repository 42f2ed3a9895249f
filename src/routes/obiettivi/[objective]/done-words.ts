import { m } from '#lib/paraglide/messages.js';

const DONE: Readonly<Partial<Record<string, () => string>>> = {
  assign: m.objectives_done_assign,
  withdraw: m.objectives_done_withdraw,
  accept: m.objectives_done_accept,
  sendBack: m.objectives_done_sendBack,
  monitor: m.objectives_done_monitor,
  report: m.objectives_done_report,
  certify: m.objectives_done_certify,
  attach: m.objectives_done_attach,
  save: m.objectives_done_save,
  make: m.objectives_done_make,
};

/** What is said once a step is taken; null: none was. */
export function doneWords(step: string | null): string | null {
  return step === null ? null : (DONE[step]?.() ?? null);
}
