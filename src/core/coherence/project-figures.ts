import type { Bilingual } from '../explain/language.ts';
import { euros, type Cents } from '../quantity/money.ts';
import { rational, type Rational } from '../quantity/rational.ts';
import { exactly } from '../quantity/written.ts';
import type { FundingTotal, ProjectResult, ProjectResults } from '../rules/projects.ts';
import { withoutSubject, type FigureDefinition } from './facts.ts';

/** What is declared of the projects of organisational performance (R §3.3). */
export const PROJECT_FIGURES = {
  'project.planned': amountOfProject(
    { it: 'Risorse destinate al progetto', en: 'Resources planned for the project' },
    ({ project }) => exactly(project.planned),
  ),
  'project.reported': amountOfProject(
    { it: 'Risorse rendicontate del progetto', en: 'Resources reported of the project' },
    ({ project }) => exactly(project.reported),
  ),
  'project.beneficiaries': {
    ...ofProject({ it: 'Beneficiari del progetto', en: 'Beneficiaries of the project' }, ({ project }) =>
      rational(project.beneficiaries.length),
    ),
    unit: 'persons',
    decimals: 0,
  },
  'project.largest': amountOfProject(
    { it: 'Premio massimo del progetto', en: 'Largest premium of the project' },
    ({ largest }) => eurosOrNull(largest),
  ),
  'project.smallest': amountOfProject(
    { it: 'Premio minimo del progetto', en: 'Smallest premium of the project' },
    ({ smallest }) => eurosOrNull(smallest),
  ),
  'projects.ownPlanned': total(
    { it: 'Progetti con risorse proprie, destinate', en: 'Projects from own resources, planned' },
    'own',
    'planned',
  ),
  'projects.ownReported': total(
    { it: 'Progetti con risorse proprie, rendicontate', en: 'Projects from own resources, reported' },
    'own',
    'reported',
  ),
  'projects.thirdPartyPlanned': total(
    { it: 'Progetti finanziati da terzi, risorse destinate', en: 'Projects paid by third parties, planned' },
    'thirdParty',
    'planned',
  ),
  'projects.thirdPartyReported': total(
    {
      it: 'Progetti finanziati da terzi, risorse rendicontate',
      en: 'Projects paid by third parties, reported',
    },
    'thirdParty',
    'reported',
  ),
  'projects.planned': total(
    { it: 'Tutti i progetti, risorse destinate', en: 'All projects, resources planned' },
    'total',
    'planned',
  ),
  'projects.reported': total(
    { it: 'Tutti i progetti, risorse rendicontate', en: 'All projects, resources reported' },
    'total',
    'reported',
  ),
} as const satisfies Readonly<Record<string, FigureDefinition>>;

type OfProject = (result: ProjectResult) => Rational | null;

function amountOfProject(title: Bilingual, value: OfProject): FigureDefinition {
  return { ...ofProject(title, value), unit: 'euro', decimals: 2 };
}

function ofProject(title: Bilingual, value: OfProject) {
  return {
    title,
    subject: 'project',
    settledBy: 'technicalStructure',
    compute: ({ cycle }, subject) => {
      const result = cycle.projects.list.find(({ project }) => project.id === subject);
      return result === undefined ? null : value(result);
    },
  } as const satisfies Partial<FigureDefinition>;
}

function total(
  title: Bilingual,
  funding: Exclude<keyof ProjectResults, 'list'>,
  field: keyof FundingTotal,
): FigureDefinition {
  return {
    title,
    unit: 'euro',
    decimals: 2,
    subject: 'none',
    settledBy: 'technicalStructure',
    compute: withoutSubject(({ cycle }) => cycle.projects[funding][field]),
  };
}

function eurosOrNull(amount: Cents | null): Rational | null {
  return amount === null ? null : euros(amount);
}
