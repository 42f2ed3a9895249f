import { day } from '#core/calendar/iso-date.ts';
import type { Body } from '#lib/server/organisation/loading.ts';
import type { Assignment, Person, PersonId } from '#lib/server/organisation/model.ts';
import type { GrantedRole, Role } from '#lib/server/permissions/roles.ts';
import { seededRandom } from '../random.ts';
import { appointments, remits } from './appointments.ts';
import { BEGINNING } from './dates.ts';
import { names } from './names.ts';
import { assignments, halves, personId, working, type Staff } from './staff.ts';
import { unitId, units } from './units.ts';

/** A role given to a person. */
export interface DemoGrant {
  readonly person: PersonId;
  readonly role: GrantedRole;
}

/** A way in for who looks at the demo, and the role it is there to show. */
export interface DemoAccount {
  readonly login: string;
  readonly person: PersonId;
  readonly role: Role;
}

export interface DemoBody extends Body {
  readonly grants: readonly DemoGrant[];
  readonly accounts: readonly DemoAccount[];
}

const SEED = 20252;

/** The Segretario Generale, and three people who left before the year's sheets: R §2.4 counts none of them in the 646. */
const BESIDE_THE_STAFF = ['g01', 'f01', 'f02', 'f03'];

/** Nucleo, mayor and councillors, administrator: not in service. */
const NOT_IN_SERVICE = ['n01', 'n02', 'n03', 'm01', 'm02', 'm03', 'm04', 'z01'];

/**
 * The Comune di Cremona of 2025 as a living body: its units through the two reorganisations (R §2.2), and for everybody
 * of the cycle's document, by the same id, an invented person who works where the document says, for as many months.
 */
export function demoBody(staff: Staff): DemoBody {
  const random = seededRandom(SEED);
  const working = [...halves(assignments(staff, random)), ...besideTheStaff()];
  const inService = [staff.executives, staff.eqHolders, staff.employees].flatMap((list) =>
    list.map(({ id }) => id),
  );
  const helpers = supportingStaff(working);
  return {
    units: units(),
    people: people([...inService, ...BESIDE_THE_STAFF], NOT_IN_SERVICE),
    assignments: working,
    appointments: appointments(staff),
    remits: remits(),
    grants: grants(helpers),
    accounts: accounts(working, helpers),
  };
}

function people(inService: readonly string[], others: readonly string[]): Person[] {
  const ids = [...inService, ...others];
  return names(ids.length, seededRandom(SEED + 1)).map((name, at) => ({
    id: personId(ids[at]!),
    ...name,
    taxCode: null,
    staffNumber: at < inService.length ? String(1001 + at) : null,
  }));
}

function besideTheStaff(): Assignment[] {
  const at = (unit: string) => [{ from: BEGINNING, unit: unitId(unit) }];
  return [
    ...working('g01', at('d13'), [{ from: BEGINNING, to: null }], 100),
    ...working('f01', at('d09'), [{ from: BEGINNING, to: day('2024-08-31') }], 100),
    ...working('f02', at('s30'), [{ from: BEGINNING, to: day('2024-12-31') }], 100),
    // Eight days make no month of the year, so the document has no sheet.
    ...working('f03', at('s12'), [{ from: BEGINNING, to: day('2025-01-08') }], 100),
  ];
}

interface SupportingStaff {
  readonly technicalStructure: readonly PersonId[];
  readonly humanResources: readonly PersonId[];
}

/** Employees of the two services whose task it is: R names the Servizio Programmazione and the Gestione Personale. */
function supportingStaff(assignments: readonly Assignment[]): SupportingStaff {
  const two = (unit: string) => employeesIn(assignments, unit).slice(0, 2);
  return { technicalStructure: two('s34'), humanResources: two('s33') };
}

/** Employees who have been in a unit since the beginning, the whole of their time. */
function employeesIn(assignments: readonly Assignment[], unit: string): PersonId[] {
  return assignments
    .filter(({ unit: there, from, share }) => there === unit && from === BEGINNING && share === 100)
    .map(({ person }) => person)
    .filter((person) => person.startsWith('e'));
}

function grants({ technicalStructure, humanResources }: SupportingStaff): DemoGrant[] {
  const granted = (role: GrantedRole, people: readonly string[]) =>
    people.map((person) => ({ person: personId(person), role }));
  return [
    ...granted('evaluationBoard', ['n01', 'n02', 'n03']),
    ...granted('technicalStructure', technicalStructure),
    ...granted('humanResources', humanResources),
    ...granted('councillor', ['m01', 'm02', 'm03', 'm04']),
    ...granted('administrator', ['z01']),
  ];
}

/** One for each role; the employee, the EQ and the executive are of one service and direction. */
function accounts(
  assignments: readonly Assignment[],
  { technicalStructure, humanResources }: SupportingStaff,
): DemoAccount[] {
  const account = (login: string, person: string, role: Role) => ({ login, person: personId(person), role });
  return [
    account('dipendente', employeesIn(assignments, 's12')[0]!, 'employee'),
    account('eq', 'q11', 'eqHolder'),
    account('dirigente', 'x04', 'executive'),
    account('segretario', 'g01', 'secretaryGeneral'),
    account('nucleo', 'n01', 'evaluationBoard'),
    account('programmazione', technicalStructure[0]!, 'technicalStructure'),
    account('personale', humanResources[0]!, 'humanResources'),
    account('sindaco', 'm01', 'councillor'),
    account('amministratore', 'z01', 'administrator'),
  ];
}
