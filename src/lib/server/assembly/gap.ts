/** What an input of the core should have and has not. What is missing counts as little as it can. */
export interface Gap {
  readonly code: GapCode;
  /** A direction, a person, an objective; null: the whole entity. */
  readonly subject: string | null;
}

export type GapCode =
  | 'noBudgetBalance'
  | 'noFunds'
  | 'noRankings'
  | 'noResiduals'
  | 'noSilos'
  | 'noExecutive'
  | 'noGuidelines'
  | 'noManagerialAwards'
  | 'noTransparency'
  | 'noPaymentTimes'
  | 'noIndicators'
  | 'noTrainingDelivery'
  | 'noTrainingHours'
  | 'noObjectiveAchievement'
  | 'noPrincipalObjectives'
  | 'noEqObjectives'
  | 'noIndividualObjectives'
  | 'noGroupObjectives'
  | 'noBehaviours'
  | 'noDirection'
  | 'noSurvey';
