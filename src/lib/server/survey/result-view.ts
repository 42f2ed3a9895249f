import type {
  Distribution,
  HiddenReason,
  OverallMean,
  PublishedQuestion,
  PublishedResult,
  QuestionMean,
} from '#core/disclosure/published-survey.ts';
import { changeOf, type Change } from '#core/survey/change.ts';
import { CREMONA_2025 } from '#core/regulation/catalogue.ts';
import type { Locale } from '#lib/locale/locale.ts';
import type { Reader } from '../database/database.ts';
import * as earlierYears from './earlier-years.ts';
import type { Campaign, CampaignId } from './model.ts';
import { publicationOf, type Publication } from './publication.ts';

/** The published result of a direction, or of the entity, as a page shows it. */
export type GroupView =
  | {
      readonly state: 'shown';
      readonly invited: number;
      readonly responses: number;
      /** Hundredths of a percent. */
      readonly participation: number;
      readonly overall: OverallMean;
      readonly questions: readonly QuestionView[];
    }
  | { readonly state: 'hidden'; readonly reason: HiddenReason }
  | { readonly state: 'noAnswers' | 'nobodyInvited' };

export interface QuestionView {
  readonly statement: string;
  readonly mean: QuestionMean;
  readonly distribution: Distribution;
  /** From the last year that is known; null: none, or it cannot be told. */
  readonly change: Change | null;
}

export interface ResultView {
  readonly campaign: string;
  readonly title: string;
  readonly year: number;
  readonly statements: readonly string[];
  readonly entity: GroupView;
  readonly directions: readonly { readonly id: string; readonly name: string; readonly group: GroupView }[];
  /** The year that changes are counted from; null: none is known. */
  readonly earlierYear: number | null;
  /** SHA-256 of what was frozen. */
  readonly digest: string;
}

/** What is published of a closed campaign; null before it is closed. */
export async function resultView(
  db: Reader,
  campaign: Campaign,
  digest: string,
  locale: Locale,
): Promise<ResultView | null> {
  const publication = await publicationOf(db, campaign.id);
  if (publication === null) return null;
  const statements = CREMONA_2025.rules['SUR-1'].parameters.statements.value.map((text) => text[locale]);
  const earlier = await earlierOf(db, campaign, publication);
  const view = (group: Group, last: Earlier) => groupView(group, statements, last);
  const { published, directions } = publication;
  return {
    campaign: campaign.id,
    title: campaign.title,
    year: campaign.year,
    statements,
    entity: view(published.entity, earlier?.entity ?? null),
    directions: published.directions.map((direction) => ({
      id: direction.id,
      name: directions[direction.id] ?? direction.id,
      group: view(direction, earlier?.directions.get(direction.id) ?? null),
    })),
    earlierYear: earlier?.year ?? null,
    digest,
  };
}

type Group = Publication['published']['entity'] | Publication['published']['directions'][number];
type Earlier = EarlierGroup | null;

interface EarlierGroup {
  readonly responses: number;
  readonly invited: number;
  readonly questions: readonly { readonly mean: number | null; readonly counts: readonly number[] | null }[];
}

/** The last year before: a campaign of this portal, or else what was entered of an earlier one. */
async function earlierOf(db: Reader, campaign: Campaign, { comparedWith }: Publication) {
  const last = comparedWith === null ? null : await publicationOf(db, comparedWith as CampaignId);
  if (last) {
    const { entity, directions } = last.published;
    return {
      year: last.year,
      entity: earlierGroup(entity),
      directions: new Map(directions.map((direction) => [direction.id, earlierGroup(direction)])),
    };
  }
  const entered = await earlierYears.lastBefore(db, campaign.year);
  if (entered === null) return null;
  const { year, invited, responses, means } = entered;
  const questions = means.map((mean) => ({ mean, counts: null }));
  return { year, entity: { invited, responses, questions }, directions: new Map<string, Earlier>() };
}

function earlierGroup(group: Group): Earlier {
  if (group.state !== 'shown') return null;
  const { invited, responses, questions } = group as PublishedResult;
  return {
    invited,
    responses,
    questions: questions.map(({ mean, distribution }) => ({
      mean: mean.kind === 'exact' ? mean.hundredths : null,
      counts: distribution.kind === 'counts' ? distribution.counts : null,
    })),
  };
}

function groupView(group: Group, statements: readonly string[], earlier: Earlier): GroupView {
  switch (group.state) {
    case 'hidden':
      return { state: 'hidden', reason: group.reason };
    case 'shown': {
      const { invited, responses, participation, overall, questions } = group;
      return {
        ...{ state: 'shown', invited, responses, participation, overall },
        questions: questions.map((question, at) => ({
          statement: statements[at]!,
          ...question,
          change: questionChange(question, invited, earlier, at),
        })),
      };
    }
    default:
      return { state: group.state };
  }
}

/** Only where both years are published to the hundredth and the spread is known. */
function questionChange(
  { mean, distribution }: PublishedQuestion,
  invited: number,
  earlier: Earlier,
  at: number,
): Change | null {
  const last = earlier?.questions[at];
  if (!earlier || last?.mean == null || mean.kind !== 'exact' || distribution.kind !== 'counts') return null;
  const { responses, invited: then } = earlier;
  const year = { mean: last.mean, responses, invited: then, counts: last.counts };
  return changeOf({ counts: distribution.counts, invited }, year, mean.hundredths);
}
