// See https://svelte.dev/docs/kit/types#app.d.ts
import type { Locale } from '#lib/locale/locale.ts';
import type { Theme } from '#lib/locale/theme.ts';
import type { SignedIn } from '#lib/server/identity/signed-in.ts';

declare global {
  namespace App {
    interface Error {
      message: string;
      /** Joins what a person saw to the line in the server's log. */
      id?: string;
    }

    interface Locals {
      locale: Locale;
      theme: Theme;
      /** Null: nobody is known; otherwise somebody who may still have steps of the sign-in to do. */
      signedIn: SignedIn | null;
    }
  }
}
