import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate` writes a migration from what changed in the features' tables; then make its tables STRICT. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './src/lib/server/*/schema.ts',
  out: './drizzle',
  casing: 'snake_case',
});
