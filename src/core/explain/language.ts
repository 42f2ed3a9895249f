/** The languages that people read, the first language first. */
export const LANGUAGES = ['it', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in every language: one that lacks a language is a type error. */
export type Bilingual = Readonly<Record<Language, string>>;
