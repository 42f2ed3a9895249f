import { defineConfig } from 'vitest/config';

/** `npm run fuzz`: minutes, not seconds, so not part of `npm test`. */
export default defineConfig({ test: { include: ['tests/disclosure/**/*.test.ts'], testTimeout: 400_000 } });
