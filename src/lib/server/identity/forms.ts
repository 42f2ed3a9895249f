import * as z from 'zod';
import { LONGEST_PASSWORD } from './passwords.ts';

/** Longer than any password: what is longer is not worth hashing. */
const secret = z
  .string()
  .min(1)
  .max(4 * LONGEST_PASSWORD);
const name = z.string().trim().min(1).max(200);

export const signInForm = z.object({ login: name, password: secret, dopo: z.string().optional() });
export const codeForm = z.object({ code: name });
export const setupForm = z.object({ sealed: z.string().min(1).max(2000), code: name });
export const newPasswordForm = z
  .object({ password: secret, again: secret })
  .refine(({ password, again }) => password === again, { path: ['again'] });
export const changePasswordForm = z
  .object({ current: secret, password: secret, again: secret })
  .refine(({ password, again }) => password === again, { path: ['again'] });
export const confirmForm = z.object({ password: secret });
export const resetForm = z.object({ login: name });
