import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { SUITE } from './current-survey.ts';
import { fromBase64url, toBase64url } from './encoding.ts';

const MODULUS_BITS = 2048;
const suite = RSABSSA.SHA384.PSS.Randomized();

/** A key of a direction, shorter than a real one so that the tests are quick. */
export function newKeys(): Promise<CryptoKeyPair> {
  return suite.generateKey({ modulusLength: MODULUS_BITS, publicExponent: Uint8Array.from([1, 0, 1]) });
}

export interface SentRequest {
  readonly path: string;
  readonly init: RequestInit;
  readonly body: unknown;
}

export const CAMPAIGN = 'campagna';
export const DIRECTION = 'd01';
export const INVITATION = {
  campaign: CAMPAIGN,
  title: 'Sondaggio 2026',
  holder: 'Aurora Fortepiano',
  direction: DIRECTION,
};
export const ANSWERS: readonly number[] = [1, 2, 3, 4, 5, 4, 3, 2];

/** For tests: the server's side of the survey in the page itself, for one person. It signs and verifies really. */
export class FakeServer {
  readonly requests: SentRequest[] = [];
  /** The key that it shows, and that with which it signs: the same for an honest server. */
  shown: CryptoKeyPair;
  signing: CryptoKeyPair;
  state = 'open';
  signsFor = DIRECTION;
  /** Does with a request what a network or a server in trouble does; returns null to let it through. */
  trouble: (path: string) => Response | null = () => null;
  /** True: the answer is lost on the way back. */
  losesAnswers = false;
  readonly votes = new Map<string, string>();
  private givenFor: string | null = null;

  constructor(keys: CryptoKeyPair) {
    this.shown = keys;
    this.signing = keys;
  }

  /** In place of `fetch`. */
  readonly fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const path = (input as string).replace('/api/survey/', '');
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null;
    this.requests.push({ path, init, body });
    const response = this.trouble(path) ?? (await this.answer(path, body));
    if (this.losesAnswers) throw new TypeError('Failed to fetch');
    return response;
  };

  to(path: string): SentRequest[] {
    return this.requests.filter((request) => request.path === path);
  }

  private async answer(path: string, body: unknown): Promise<Response> {
    if (path === 'current') return Response.json(await this.current());
    if (this.state !== 'open') return Response.json({}, { status: 410 });
    if (path === `${CAMPAIGN}/credential`)
      return this.sign((body as { blindedMessage: string }).blindedMessage);
    if (path === `${CAMPAIGN}/response`)
      return this.count(body as { preparedMessage: string; signature: string; answers: number[] });
    return Response.json({}, { status: 404 });
  }

  private async current() {
    const publicKey = toBase64url(
      new Uint8Array(await crypto.subtle.exportKey('spki', this.shown.publicKey)),
    );
    return {
      campaign: CAMPAIGN,
      title: INVITATION.title,
      opensAt: '2026-11-01T08:00:00Z',
      closesAt: '2026-11-30T23:59:59Z',
      state: this.state,
      questions: ANSWERS.map((_, at) => ({ it: `Frase ${at + 1}`, en: `Statement ${at + 1}` })),
      scale: [1, 2, 3, 4, 5].map((points) => ({ points, it: `Risposta ${points}`, en: `Answer ${points}` })),
      directions: [{ id: DIRECTION, name: 'Polizia Locale', publicKey }],
      suite: SUITE,
    };
  }

  private async sign(blindedMessage: string): Promise<Response> {
    this.givenFor ??= blindedMessage;
    if (this.givenFor !== blindedMessage) return Response.json({}, { status: 409 });
    const signature = await suite.blindSign(this.signing.privateKey, fromBase64url(blindedMessage));
    return Response.json({ direction: this.signsFor, blindSignature: toBase64url(signature) });
  }

  private async count(ballot: { preparedMessage: string; signature: string; answers: number[] }) {
    const { preparedMessage, signature } = ballot;
    const isSigned = await suite.verify(
      this.signing.publicKey,
      fromBase64url(signature),
      fromBase64url(preparedMessage),
    );
    if (!isSigned) return Response.json({}, { status: 403 });
    const answers = ballot.answers.join('');
    const before = this.votes.get(preparedMessage);
    if (before !== undefined && before !== answers) return Response.json({}, { status: 409 });
    this.votes.set(preparedMessage, answers);
    return Response.json({ receipt: '7K2M-Q9XD-04TC-HB5E' }, { status: before === undefined ? 201 : 200 });
  }
}

/** For tests: a device that has never seen the portal. */
export function freshDevice(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('accordo-survey');
    request.onsuccess = () => {
      resolve();
    };
    request.onerror = () => {
      reject(request.error!);
    };
  });
}

/** For tests: everything in the device's storage, as text. */
export async function deviceAsText(): Promise<string> {
  const { allCredentials, allReceipts } = await import('./keeping.ts');
  return JSON.stringify([await allCredentials(), await allReceipts()]);
}
