import { eq, inArray } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import type { Reader } from '../database/database.ts';
import { choice, decimal, money, person, reference, text } from '../lists/column.ts';
import { keyText, type Cells } from '../lists/definition.ts';
import type { RecordFault } from '../lists/fault.ts';
import { tableDefinition } from '../lists/table-definition.ts';
import { fund, project, projectBeneficiary } from './schema.ts';

export const fundsList = tableDefinition({
  id: 'funds',
  title: { it: 'Fondi', en: 'Funds' },
  lead: { it: 'Quanto c’è da dividere nell’anno.', en: 'What there is to divide in the year.' },
  group: 'premiums',
  yearly: true,
  table: fund,
  key: [],
  place: [],
  columns: [
    money('executives', 'Dirigenti: risultato', 'Executives: result pay'),
    money('executivesUplift', 'Dirigenti: maggiorazioni', 'Executives: uplift'),
    money('firstBandAmount', 'Dirigenti: prima fascia', 'Executives: first band', {
      required: false,
      hint: { it: 'Vuoto: si ricava dal fondo (PAY-E).', en: 'Empty: derived from the fund (PAY-E).' },
    }),
    money('eqHolders', 'EQ: risultato', 'EQ holders: result pay'),
    money('employees', 'Dipendenti: performance individuale', 'Employees: individual performance'),
    text('source', 'Fonte', 'Source', { required: false, most: 1000 }),
  ],
});

export const projectsList = tableDefinition({
  id: 'projects',
  defines: ['project'],
  title: { it: 'Progetti', en: 'Projects' },
  lead: {
    it: 'I progetti di performance organizzativa, con le risorse previste e rendicontate.',
    en: 'The projects of organisational performance, with planned and reported resources.',
  },
  group: 'premiums',
  yearly: true,
  table: project,
  key: ['id'],
  place: [],
  columns: [
    text('id', 'Codice', 'Code', { most: 50 }),
    text('name', 'Progetto', 'Project'),
    choice('funding', 'Finanziamento', 'Funding', [
      { value: 'own', it: 'Risorse proprie', en: 'Own funds' },
      { value: 'third-party', it: 'Fondi di terzi', en: 'Third-party funds' },
    ]),
    money('planned', 'Previsto', 'Planned'),
    money('reported', 'Rendicontato', 'Reported'),
  ],
});

const BENEFICIARY = { key: ['projectId', 'personId'] } as const;

export const projectBeneficiariesList = tableDefinition({
  ...BENEFICIARY,
  id: 'projectBeneficiaries',
  title: { it: 'Beneficiari dei progetti', en: 'Beneficiaries of projects' },
  lead: {
    it: 'Chi partecipa a un progetto, con una quota o con un importo: in un progetto o le une o gli altri.',
    en: 'Who takes part in a project, with a share or an amount: in a project either the one or the other.',
  },
  group: 'premiums',
  yearly: true,
  table: projectBeneficiary,
  inYear: (year) =>
    inArray(
      projectBeneficiary.projectId,
      new QueryBuilder({ casing: 'snake_case' })
        .select({ id: project.id })
        .from(project)
        .where(eq(project.year, year)),
    ),
  place: ['personId'],
  columns: [
    reference('projectId', 'Progetto', 'Project', 'project'),
    person(),
    decimal('share', 'Quota', 'Share', ['0', '1000000000'], { required: false }),
    money('amount', 'Importo', 'Amount', { required: false }),
  ],
  check,
});

async function check(db: Reader, year: number, changed: readonly Cells[]): Promise<RecordFault[]> {
  const faults: RecordFault[] = changed
    .filter(({ share, amount }) => ((share ?? null) === null) === ((amount ?? null) === null))
    .map((record) => ({ key: keyText(BENEFICIARY, record), column: 'share', fault: EITHER }));
  if (faults.length > 0) return faults;
  const touched = new Set(changed.map(({ projectId }) => projectId));
  const all = await projectBeneficiariesList.source.all(db, year);
  const byShare = new Map<string | null | undefined, boolean>();
  for (const record of all) {
    if (!touched.has(record.projectId)) continue;
    const first = byShare.get(record.projectId);
    if (first === undefined) byShare.set(record.projectId, record.share !== null);
    else if (first !== (record.share !== null))
      faults.push({ key: keyText(BENEFICIARY, record), column: 'share', fault: ALIKE });
  }
  return faults;
}

const EITHER = {
  code: 'domain',
  it: 'Scrivi una quota oppure un importo, non tutti e due.',
  en: 'Write either a share or an amount, not both.',
} as const;

const ALIKE = {
  code: 'domain',
  it: 'Nello stesso progetto gli altri hanno l’altra forma: o tutte quote, o tutti importi.',
  en: 'The others of the same project have the other form: either all shares or all amounts.',
} as const;
