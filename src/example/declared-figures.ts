import type { DeclaredFigure, Relation } from '#core/coherence/declared-figure.ts';
import type { FigureKind } from '#core/coherence/figure-kinds.ts';
import { PUBLISHED_PROJECTS } from './published-projects.ts';

const SECTIONS = {
  register: '§1, scheda anagrafica',
  staff: '§2.4, consistenza del personale',
  organisation: '§2.2',
  entity: '§3.1, 1 B',
  silos: '§3.1, 2 B',
  indicators: '§3.1, 2 C',
  behaviour: '§3.1, 3',
  transparency: '§3.1, 4',
  differentiation: '§3.1, 5',
  executives: '§3.1, fondo',
  eq: '§3.2',
  employees: '§3.3, paragrafo 1',
  premiums: '§3.3, paragrafo 2',
  projects: '§3.3, performance organizzativa',
  projectTable: '§3.3, tabella dei progetti',
  projectText: '§3.3, testo dei progetti',
} as const;
type Section = keyof typeof SECTIONS;

function declared(
  section: Section,
  figure: FigureKind,
  value: string,
  subject: string | null = null,
  relation: Relation = 'is',
): DeclaredFigure {
  return { figure, subject, relation, value, source: `Relazione 2025, ${SECTIONS[section]}` };
}

/** Planned and reported as the texts on the projects have them, by the line of the table. */
const PROJECT_TEXTS: readonly (readonly [planned: string, reported: string])[] = [
  ['40000.00', '46356.00'],
  ['66000.00', '65458.45'],
  ['6000', '6000.00'],
  ['8000', '8000.00'],
  ['5000', '5000.00'],
  ['4000.00', '4000.00'],
  ['7000.00', '7000.00'],
  ['3200.00', '3200.00'],
  ['7000.00', '7000.00'],
  ['5000.00', '900.32'],
  ['14000.00', '13502.12'],
];

const QUESTION_MEANS = ['3.38', '3.31', '3.39', '3.33', '3.37', '3.61', '3.56', '3.42'];

/** What R states, place by place, of the figures that the portal computes; ids are those of the example. */
export const DECLARED_FIGURES: readonly DeclaredFigure[] = [
  declared('register', 'staff.headcount', '646'),
  declared('staff', 'staff.headcount', '646'),
  declared('staff', 'staff.permanent', '609'),
  declared('staff', 'staff.fixedTerm', '36'),
  declared('staff', 'staff.eqHolders', '34'),
  // There the unit of the general secretary is counted beside the sectors, in §3.1 not.
  declared('organisation', 'organisation.directions', '13'),
  declared('differentiation', 'organisation.directions', '13'),

  declared('entity', 'entity.residualCollectionRate', '53.92'),
  declared('silos', 'silo.achievement', '89.4', 'cresco'),
  declared('silos', 'silo.achievement', '92.1', 'curo'),
  declared('silos', 'silo.achievement', '95.9', 'partecipo'),
  declared('indicators', 'indicators.total', '728'),
  declared('indicators', 'indicators.improved', '579'),
  declared('indicators', 'indicators.unchanged', '45'),
  declared('indicators', 'indicators.worsened', '82'),
  declared('indicators', 'indicators.notAssessable', '22'),
  declared('indicators', 'indicators.improvedPercent', '79.53'),
  declared('indicators', 'indicators.unchangedPercent', '6.18'),
  declared('indicators', 'indicators.worsenedPercent', '11.26'),
  declared('indicators', 'indicators.notAssessablePercent', '3.02'),
  ...QUESTION_MEANS.map((mean, at) => declared('behaviour', 'survey.questionMean', mean, String(at + 1))),
  declared('behaviour', 'survey.participation', '65.8'),
  declared('transparency', 'penalties.transparency', '0'),
  declared('differentiation', 'penalties.differentiation', '3'),
  declared('executives', 'fund.executivesAvailable', '135892.00'),
  declared('executives', 'fund.executivesPaid', '117073.23'),

  declared('eq', 'fund.eqHoldersAvailable', '74551.30'),
  declared('eq', 'staff.eqHolders', '34'),
  declared('eq', 'eqHolders.lowestTotal', '84.53'),
  declared('eq', 'eqHolders.meanTotal', '97.38'),
  declared('eq', 'eqHolders.highestTotal', '99.80'),

  declared('employees', 'fund.employeesAvailable', '600238.00'),
  declared('employees', 'uplift.pot', '19936.00'),
  declared('employees', 'pot.base', '580302.00'),
  declared('employees', 'uplift.percent', '10', null, 'atMost'),
  declared('premiums', 'employees.positive', '555'),
  declared('premiums', 'premium.meanPerHead', '1079.56'),
  declared('premiums', 'uplift.count', '56'),
  declared('premiums', 'uplift.value', '356.00'),
  declared('premiums', 'premium.meanBase', '1043.71'),
  declared('premiums', 'premium.meanWithUplift', '1399.71'),
  declared('premiums', 'employees.lowestTotal', '24'),
  declared('premiums', 'employees.meanTotal', '48.19'),
  declared('premiums', 'employees.highestTotal', '50'),

  declared('projects', 'projects.planned', '165200.00'),
  declared('projects', 'projects.thirdPartyPlanned', '26000.00'),
  ...PUBLISHED_PROJECTS.flatMap(({ planned, reported, beneficiaries, largest, smallest }, at) => [
    declared('projectTable', 'project.planned', planned, projectId(at)),
    declared('projectTable', 'project.reported', reported, projectId(at)),
    declared('projectTable', 'project.beneficiaries', beneficiaries, projectId(at)),
    declared('projectTable', 'project.largest', largest, projectId(at)),
    declared('projectTable', 'project.smallest', smallest.published, projectId(at)),
  ]),
  declared('projectTable', 'projects.ownPlanned', '139200.00'),
  declared('projectTable', 'projects.ownReported', '145014.45'),
  declared('projectTable', 'projects.thirdPartyPlanned', '26000.00'),
  declared('projectTable', 'projects.thirdPartyReported', '21493.05'),
  declared('projectTable', 'projects.planned', '165200.00'),
  declared('projectTable', 'projects.reported', '166507.50'),
  ...PROJECT_TEXTS.flatMap(([planned, reported], at) => [
    declared('projectText', 'project.planned', planned, projectId(at)),
    declared('projectText', 'project.reported', reported, projectId(at)),
  ]),
];

function projectId(at: number): string {
  return `p${String(at + 1).padStart(2, '0')}`;
}
