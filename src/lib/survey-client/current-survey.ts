/** A text of the regulation in both languages. */
interface Bilingual {
  readonly it: string;
  readonly en: string;
}

/** The public description of a campaign: the answer of `GET /api/survey/current`. */
export interface CurrentSurvey {
  readonly campaign: string;
  readonly title: string;
  /** Moments in UTC. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly state: string;
  readonly questions: readonly Bilingual[];
  readonly scale: readonly (Bilingual & { readonly points: number })[];
  readonly directions: readonly SurveyDirection[];
  readonly suite: string;
}

export interface SurveyDirection {
  readonly id: string;
  readonly name: string;
  /** SPKI in base64url. */
  readonly publicKey: string;
}

/** The only scheme that this client speaks (RFC 9474). */
export const SUITE = 'RSABSSA-SHA384-PSS-Randomized';

/** Reads the answer of the server; null if it is not one. By hand: a schema library weighs more than the whole client. */
export function parseCurrentSurvey(body: unknown): CurrentSurvey | null {
  if (!isRecord(body)) return null;
  const { questions, scale, directions } = body;
  const texts = ['campaign', 'title', 'opensAt', 'closesAt', 'state', 'suite'];
  const sound =
    texts.every((name) => typeof body[name] === 'string') &&
    body.suite === SUITE &&
    areAll(questions, isBilingual) &&
    areAll(scale, (answer) => isBilingual(answer) && typeof answer.points === 'number') &&
    areAll(directions, ({ id, name, publicKey }) => isText(id) && isText(name) && isBase64url(publicKey));
  return sound ? (body as unknown as CurrentSurvey) : null;
}

type Unknown = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null;
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isBase64url(value: unknown): boolean {
  return typeof value === 'string' && /^[\w-]+$/.test(value);
}

function isBilingual({ it, en }: Unknown): boolean {
  return isText(it) && isText(en);
}

function areAll(list: unknown, isSound: (entry: Unknown) => boolean): boolean {
  return Array.isArray(list) && list.length > 0 && list.every((entry) => isRecord(entry) && isSound(entry));
}
