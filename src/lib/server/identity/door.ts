import { providerSettings, type ProviderSettings } from './provider/settings.ts';
import { throttle, throttleSettings, type Throttle } from './throttle.ts';

let tries: Throttle | undefined;

/** The one count of tries of this portal, with the limits of the environment. */
export function theThrottle(): Throttle {
  return (tries ??= throttle(throttleSettings(process.env)));
}

let provider: ProviderSettings | null | undefined;

/** The body's identity provider, as the environment describes it; null if it has none. */
export function theProvider(): ProviderSettings | null {
  return (provider ??= providerSettings(process.env));
}
