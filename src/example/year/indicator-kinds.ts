import type { Dimension, ImprovesWhen } from '#lib/server/services/model.ts';

/** What is measured of a service; made up. The standard lies between `least` and `most`, in parts of ten to `decimals`. */
export interface IndicatorKind {
  readonly name: string;
  readonly dimension: Dimension;
  readonly measure: string;
  readonly better: ImprovesWhen;
  readonly least: number;
  readonly most: number;
  readonly decimals: number;
}

const kind =
  (dimension: Dimension) =>
  (
    name: string,
    measure: string,
    better: ImprovesWhen,
    [least, most]: readonly [number, number],
    decimals = 0,
  ): IndicatorKind => ({ name, dimension, measure, better, least, most, decimals });

const quantity = kind('quantity');
const accessibility = kind('accessibility');
const technical = kind('technicalQuality');
const timeliness = kind('timeliness');
const efficiency = kind('technicalEfficiency');
const economic = kind('economicEfficiency');
const internal = kind('internalSatisfaction');
const external = kind('externalSatisfaction');

/** In an order in which the first few are of different dimensions. */
export const INDICATOR_KINDS: readonly IndicatorKind[] = [
  quantity('Prestazioni rese nell’anno', 'n.', 'higher', [200, 9000]),
  accessibility('Ore di apertura alla settimana', 'ore', 'higher', [18, 48]),
  technical('Prestazioni conformi alla procedura', '%', 'higher', [80, 96]),
  timeliness('Tempo medio di risposta', 'giorni', 'lower', [30, 250], 1),
  efficiency('Prestazioni per addetto', 'n.', 'higher', [400, 9000], 1),
  economic('Costo medio per prestazione', 'euro', 'lower', [400, 9000], 2),
  external('Utenti soddisfatti', '%', 'higher', [70, 94]),
  quantity('Utenti serviti', 'n.', 'higher', [100, 7000]),
  accessibility('Istanze presentate in linea', '%', 'higher', [20, 85]),
  technical('Reclami fondati', 'n.', 'lower', [4, 30]),
  timeliness('Pratiche concluse entro i termini', '%', 'higher', [78, 96]),
  internal('Giudizio degli uffici che usano il servizio', 'da 1 a 10', 'higher', [65, 90], 1),
  efficiency('Pratiche concluse su pratiche avviate', '%', 'higher', [75, 96]),
  economic('Entrate proprie su costi del servizio', '%', 'higher', [5, 60]),
  quantity('Iniziative realizzate', 'n.', 'higher', [5, 60]),
  accessibility('Pagine informative aggiornate', 'n.', 'higher', [8, 60]),
  technical('Controlli di qualità eseguiti', 'n.', 'higher', [10, 120]),
  timeliness('Attesa per un appuntamento', 'giorni', 'lower', [20, 120], 1),
  external('Giudizio medio degli utenti', 'da 1 a 10', 'higher', [65, 92], 1),
  economic('Costo per abitante', 'euro', 'lower', [150, 4000], 2),
  quantity('Sopralluoghi e verifiche', 'n.', 'higher', [20, 600]),
  efficiency('Ore di fermo di attrezzature e programmi', 'ore', 'lower', [10, 90]),
  technical('Atti corretti dopo la pubblicazione', 'n.', 'lower', [4, 25]),
  accessibility('Richieste accolte su richieste ricevute', '%', 'higher', [70, 96]),
  timeliness('Segnalazioni risolte in cinque giorni', '%', 'higher', [60, 95]),
  internal('Richieste interne risolte al primo contatto', '%', 'higher', [55, 92]),
  external('Utenti che tornerebbero a usare il servizio', '%', 'higher', [72, 96]),
  economic('Spesa pagata su spesa impegnata', '%', 'higher', [70, 96]),
];
