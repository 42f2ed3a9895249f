import fc from 'fast-check';
import { anyBlindedMessage, type BallotBody } from '../direct-ballot.ts';
import { ODD_VALUES, rarely, spoilt } from './spoilt.ts';

/** What an attacker has to begin with. Nothing in it can change anything any more. */
export interface Loot {
  readonly open: string;
  readonly closed: string;
  /** A vote that was cast already, and one that was not and whose signature is none. */
  readonly spent: BallotBody;
  readonly forged: BallotBody;
  /** Of a person whose credential was given. */
  readonly given: { readonly cookie: string; readonly blindedMessage: string };
  /** Cookies of a person who has not fetched it, and of one who is not invited. */
  readonly fresh: string;
  readonly uninvited: string;
}

export const CALLS = ['current', 'credential', 'response', 'board'] as const;
export type Call = (typeof CALLS)[number];

export interface Hostile {
  readonly call: Call;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The connection is cut after so many characters of the body; null: it is sent to its end. */
  readonly cutAt: number | null;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'SEARCH'];
const ENDINGS = ['/', '//', '/x', '/__data.json', '%00', '%2f..', ';a=b', '.html', '?x=1', '?%', '?a=%ff'];
const COOKIES = [
  'accordo-session=',
  'accordo-session=%00',
  'accordo-session=__proto__',
  '=;;,=',
  'x'.repeat(4000),
];
const TYPES = [
  '',
  'text/plain',
  'application/json; charset=utf-16',
  'multipart/form-data',
  'APPLICATION/JSON',
];
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  origin: ['null', 'https://else.example', 'http://127.0.0.1', ''],
  accept: ['text/html', '*/*;q=0', ';', 'x'.repeat(2000)],
  'accept-language': ['it', '-', 'x'.repeat(2000)],
  'content-encoding': ['gzip', 'br', 'x'],
  'x-forwarded-for': ['203.0.113.1', ',,,', '::'],
  'x-forwarded-host': ['else.example', '\\'],
  'x-sveltekit-action': ['true'],
  'x-http-method-override': ['DELETE'],
  'if-none-match': ['*', '""'],
  range: ['bytes=0-', 'bytes=9-1'],
};

/** Requests to the four calls: most of them nearly right, because what is quite wrong does not get far. */
export function hostile(loot: Loot): fc.Arbitrary<Hostile> {
  const { spent, forged, given } = loot;
  const votes = [spent, forged, { ...spent, answers: spent.answers.map((answer) => 6 - answer) }];
  const questions = [given, { blindedMessage: anyBlindedMessage() }].map(({ blindedMessage }) => ({
    blindedMessage,
  }));
  const cookies = [...Array<string>(12).fill(given.cookie), loot.fresh, loot.uninvited, ...COOKIES];
  return fc
    .record({
      call: fc.constantFrom<Call>(...CALLS, 'credential', 'response', 'response'),
      oddMethod: rarely(fc.constantFrom(...METHODS)),
      campaign: campaigns(loot),
      ending: rarely(fc.constantFrom(...ENDINGS)),
      cookie: fc.option(fc.constantFrom(...cookies)),
      extra: rarely(fc.uniqueArray(header, { maxLength: 3, selector: ([name]) => name })),
      type: rarely(fc.constantFrom(...TYPES)),
      vote: spoilt(votes),
      question: spoilt(questions),
      // Who has no credential yet would rightly be given one for any bytes below the modulus: none of these are.
      odd: fc.constantFrom(...ODD_VALUES).map((blindedMessage) => JSON.stringify({ blindedMessage })),
      cutAt: rarely(fc.integer({ min: 1, max: 1200 })),
    })
    .map(({ call, oddMethod, campaign, ending, cookie, extra, type, vote, question, odd, cutAt }) => {
      const isRead = call === 'current' || call === 'board';
      const body = call === 'response' ? vote : cookie === loot.fresh ? odd : question;
      return {
        call,
        method: oddMethod ?? (isRead ? 'GET' : 'POST'),
        path: `/api/survey/${call === 'current' ? call : `${campaign}/${call}`}${ending ?? ''}`,
        headers: {
          'content-type': type ?? 'application/json',
          ...Object.fromEntries(extra ?? []),
          ...(cookie === null ? {} : { cookie }),
        },
        body: isRead && oddMethod === null ? '' : body,
        cutAt,
      };
    });
}

const header = fc
  .constantFrom(...Object.keys(HEADERS))
  .chain((name) => fc.constantFrom(...HEADERS[name]!).map((value) => [name, value] as const));

function campaigns({ open, closed }: Loot): fc.Arbitrary<string> {
  const odd = [
    '',
    '%',
    '%ed%a0%80',
    '.',
    '..',
    '%00',
    '%2e%2e%2f',
    '__proto__',
    'current',
    `${open}%20`,
    'x'.repeat(5000),
  ];
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(open) },
    { weight: 2, arbitrary: fc.constant(closed) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
    { weight: 1, arbitrary: fc.uuid() },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }).map(encodeURIComponent) },
  );
}
