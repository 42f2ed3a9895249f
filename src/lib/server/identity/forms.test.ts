import { describe, expect, test } from 'vitest';
import {
  changePasswordForm,
  codeForm,
  confirmForm,
  newPasswordForm,
  resetForm,
  setupForm,
  signInForm,
} from './forms.ts';

const long = 'x'.repeat(513);

describe('a form', () => {
  test.each([
    ['sign-in', signInForm, { login: 'emma', password: 'p' }, ['login', 'password']],
    ['code', codeForm, { code: '123456' }, ['code']],
    ['setup', setupForm, { sealed: 's', code: '123456' }, ['sealed', 'code']],
    ['new password', newPasswordForm, { password: 'p', again: 'p' }, ['password', 'again']],
    [
      'change of the password',
      changePasswordForm,
      { current: 'c', password: 'p', again: 'p' },
      ['current', 'password', 'again'],
    ],
    ['confirmation', confirmForm, { password: 'p' }, ['password']],
    ['reset', resetForm, { login: 'emma' }, ['login']],
  ])('for %s needs each of its fields, as text, and no endless one', (_name, form, whole, fields) => {
    expect(form.safeParse(whole).success).toBe(true);
    for (const field of fields) {
      for (const odd of [undefined, '', new File([], 'x'), 'x'.repeat(2001)])
        expect(form.safeParse({ ...whole, [field]: odd }).success, field).toBe(false);
    }
  });

  test('takes a password as it was typed, and a login without the blanks around it', () => {
    expect(signInForm.parse({ login: ' emma ', password: ' p ' })).toMatchObject({
      login: 'emma',
      password: ' p ',
    });
    expect(signInForm.safeParse({ login: 'emma', password: long }).success).toBe(false);
  });

  test('with two passwords that differ names the second', () => {
    for (const form of [newPasswordForm, changePasswordForm]) {
      const { error } = form.safeParse({ current: 'c', password: 'p', again: 'P' });
      expect(error?.issues.map(({ path }) => path)).toEqual([['again']]);
    }
  });
});
