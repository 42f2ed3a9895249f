/** Logins are the same in capital and small letters, and with blanks around them. */
export function normalLogin(login: string): string {
  return login.trim().normalize('NFKC').toLowerCase();
}
