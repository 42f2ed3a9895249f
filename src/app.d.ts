// See https://svelte.dev/docs/kit/types#app.d.ts
declare global {
  namespace App {
    interface Error {
      message: string;
      /** Joins what a person saw to the line in the server's log. */
      id?: string;
    }
  }
}

export {};
