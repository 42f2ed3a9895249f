/** A line of the table of projects of R §3.3 as it is printed. */
export interface PublishedProject {
  readonly title: string;
  readonly planned: string;
  readonly reported: string;
  readonly beneficiaries: string;
  readonly largest: string;
  readonly smallest: { readonly published: string; readonly why: string | null };
}

const THIRDS = 'three times 1,666.67 is 5,000.01: a cent less is left for one of the three';

/** Title, planned, reported, beneficiaries, largest and smallest premium, in R's order. */
const TABLE = [
  ['Progetto di ente', '40000.00', '46356.00', '455', '430.00', '55.00'],
  ['Codice della strada', '66000.00', '65458.45', '56', '9352.83', '25.30'],
  ['Sistema 0-6', '6000.00', '6000.00', '12', '830.00', '470.00'],
  ['Cucine 0-6', '8000.00', '8000.00', '8', '3200.00', '600.00'],
  ['Cimiteri', '5000.00', '5000.00', '3', '1666.67', '1666.67', THIRDS],
  ['Informagiovani', '4000.00', '4000.00', '6', '750.00', '500.00'],
  ['Contabilità ACCRUAL', '7000.00', '7000.00', '14', '540.00', '240.00'],
  ['Comunicazione social', '3200.00', '3200.00', '4', '800.00', '800.00'],
  ['Ufficio di Piano', '7000.00', '7000.00', '1', '7000.00', '7000.00'],
  ['SMART', '5000.00', '990.93', '7', '222.96', '94.69'],
  ['Formazione PoliS-Lombardia', '14000.00', '13502.12', '13', '1928.95', '264.55'],
] as const;

export const PUBLISHED_PROJECTS: readonly PublishedProject[] = TABLE.map(
  ([title, planned, reported, beneficiaries, largest, smallest, why = null]) => ({
    title,
    planned,
    reported,
    beneficiaries,
    largest,
    smallest: { published: smallest, why },
  }),
);
