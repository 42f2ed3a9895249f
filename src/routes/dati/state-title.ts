import { m } from '#lib/paraglide/messages.js';

const TITLES: Readonly<Record<string, () => string>> = {
  reading: m.imports_state_reading,
  mapping: m.imports_state_mapping,
  checking: m.imports_state_checking,
  refused: m.imports_state_refused,
  ready: m.imports_state_ready,
  applying: m.imports_state_applying,
  applied: m.imports_state_applied,
  undone: m.imports_state_undone,
  dropped: m.imports_state_dropped,
};

/** How far an import is, in the language of the page. */
export const stateTitle = (state: string): string => TITLES[state]?.() ?? state;
