import { BASE_LOCALE, parseLocale } from '#lib/locale/locale.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';

// The cookie of the language is not readable here: the server has written the language into the document, and a new
// one comes with a new document.
const locale = parseLocale(document.documentElement.lang) ?? BASE_LOCALE;
overwriteGetLocale(() => locale);
