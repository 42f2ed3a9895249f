declare const accountBrand: unique symbol;

export type AccountId = string & { readonly [accountBrand]: true };

/**
 * What is still missing before the session opens the portal: a second factor to give, one to set up, a first password
 * to change. `open`: nothing.
 */
export type SessionStage = 'secondFactor' | 'secondFactorSetup' | 'newPassword' | 'open';

/** `provider`: the body's own identity provider (OpenID Connect). */
export type SignInMethod = 'password' | 'provider';
