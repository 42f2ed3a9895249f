/**
 * `reading`, then `mapping` if somebody must say what the columns are, `checking`, then `refused` or `ready`; from there
 * `applying`, `applied` and perhaps `undone`; `dropped` if nobody wanted it.
 */
export type ImportState =
  'reading' | 'mapping' | 'checking' | 'refused' | 'ready' | 'applying' | 'applied' | 'undone' | 'dropped';
