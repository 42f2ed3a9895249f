import { describe, expect, test } from 'vitest';
import { WARNING_TEXT } from '../cycle/warning-text.ts';
import { CREMONA_2025 } from '../regulation/catalogue.ts';
import type { Bilingual } from './language.ts';
import { PARAMETER_WORDS } from './parameter-words.ts';
import { PREMIUM_WORDS } from './premium-words.ts';
import { SHEET_WORDS } from './sheet-words.ts';
import { BAND_NAMES, KINDS, LABELS, OPERATIONS, SANCTION_NAMES } from './words.ts';

const SUBJECTS: readonly (readonly [string, Readonly<Record<string, Bilingual>>])[] = [
  ['parameter', PARAMETER_WORDS],
  ['figure of a sheet', SHEET_WORDS],
  ['figure of a premium', PREMIUM_WORDS],
  ['operation', OPERATIONS],
  ['sanction', SANCTION_NAMES],
  ['band', BAND_NAMES],
  ['kind of person', KINDS],
  ['warning', WARNING_TEXT],
];

/** What both languages call the same. */
const SAME_WORD = ['silo'];
/** What is said by its inputs alone. */
const WORDLESS = ['given', 'weighted'];

describe.each(SUBJECTS)('every %s', (_, words) => {
  const names = Object.entries(words);

  test('has words in both languages', () => {
    const without = names.filter(([, { it, en }]) => it.trim() === '' || en.trim() === '');
    expect(without.map(([name]) => name)).toEqual(WORDLESS.filter((name) => name in words));
  });

  test('is not left in the other language', () => {
    const alike = names.filter(([name, { it, en }]) => it === en && !WORDLESS.includes(name));
    expect(alike.map(([name]) => name)).toEqual(SAME_WORD.filter((name) => name in words));
    for (const [name, { en }] of names) expect(en, name).not.toMatch(/[àèéìòù«»]/);
  });
});

test('no label is told twice, under two subjects', () => {
  const subjects = [PARAMETER_WORDS, SHEET_WORDS, PREMIUM_WORDS];
  expect(Object.keys(LABELS)).toHaveLength(subjects.flatMap((words) => Object.keys(words)).length);
});

test('two figures that Italian tells apart are told apart in English', () => {
  const labels: readonly Bilingual[] = Object.values(LABELS);
  const italian = new Map<string, Set<string>>();
  for (const { it, en } of labels) italian.set(en, (italian.get(en) ?? new Set()).add(it));
  const merged = [...italian].filter(([, names]) => names.size > 1);
  expect(merged).toEqual([]);
});

test('a label that only repeats the title of its rule does so in both languages', () => {
  for (const { title } of Object.values(CREMONA_2025.rules))
    for (const { it, en } of Object.values<Bilingual>(LABELS))
      expect([it, en, en === title.en.toLowerCase()]).toEqual([it, en, it === title.it.toLowerCase()]);
});
