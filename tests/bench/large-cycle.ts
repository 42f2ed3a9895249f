/** A made-up cycle of any size: every employee differs from the next, nothing is random. */
export function largeCycle(employees: number, directions: number, responses: number): unknown {
  const id = (at: number) => `d${String(at).padStart(4, '0')}`;
  const each = <Element>(count: number, make: (at: number) => Element) =>
    Array.from({ length: count }, (_, at) => make(at));
  return {
    year: 2025,
    regulation: 'cremona-2025',
    entity: {
      budgetBalance: { achieved: true, waiver: false },
      qualityOfLife: [{ source: 'A', position: 14, of: 107 }],
      residualCollection: [{ title: '1', collected: '10158779.02', assessed: '17428127.81' }],
    },
    silos: [{ id: 'cresco', name: 'Cresco', achievement: '89.4' }],
    objectives: each(directions, (at) => ({
      id: `o${at}`,
      direction: id(at),
      silo: 'cresco',
      kind: 'principal',
      achievement: String(80 + (at % 20)),
    })),
    directions: each(directions, (at) => ({
      id: id(at),
      name: `Direzione ${at}`,
      policyAlignment: ['2.5', '2', '2.25', '2.5'],
      indicators: { improved: 40, unchanged: 3, worsened: at % 9, notAssessable: 1 },
      training: {
        staff: each(20, (person) => ({ hours: String(38 + person / 2), days: 365 })),
        internalDelivery: '0.5',
      },
      managerial: { planning: '0.73', timeliness: '2.27', eqObjectives: '0.85' },
      transparency: { reported: true, findings: at % 3 },
      latePayments: false,
    })),
    survey: {
      invited: Object.fromEntries(each(directions, (at) => [id(at), Math.ceil(responses / directions) + 1])),
      responses: each(responses, (at) => ({
        direction: id(at % directions),
        answers: each(8, (question) => 1 + ((at + question * at) % 5)),
      })),
    },
    executives: each(directions, (at) => ({ id: `x${at}`, direction: id(at), months: 12 })),
    eqHolders: each(directions, (at) => ({
      id: `q${at}`,
      direction: id(at),
      months: 12,
      objectives: [{ achievement: '97.5', weight: 2 }, { achievement: '100' }],
      indicators: { improved: 8, unchanged: 1, worsened: at % 2, notAssessable: 0 },
      behaviours: [5, 5, 4, 5, 5, 4],
    })),
    employees: each(employees, (at) => ({
      id: `e${String(at).padStart(7, '0')}`,
      direction: id(at % directions),
      months: at % 17 === 0 ? 7 : 12,
      individualObjectives: [
        { achievement: `${90 + (at % 10)}.${10 + (at % 89)}`, weight: 2 },
        { achievement: '100' },
      ],
      groupObjectives: [{ achievement: `${85 + (at % 15)}.5` }],
      behaviours: ['2.5', '2.25', String(1 + (at % 4) / 4), '2.5'],
      tieBreakRank: at,
    })),
    funds: {
      executives: { resultPay: String(directions * 10_000), uplift: '3265.00', firstBandAmount: '7911.36' },
      eqHolders: { resultPay: String(directions * 2_000) },
      employees: { individual: String(employees * 1_079) },
    },
    projects: [],
  };
}
