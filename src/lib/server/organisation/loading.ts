import type { Writer } from '../database/database.ts';
import * as appointmentStore from './appointments/store.ts';
import * as assignmentStore from './assignments/store.ts';
import type { Appointment, Assignment, Person, Remit, UnitHistory } from './model.ts';
import * as peopleStore from './people/store.ts';
import * as remitStore from './remits/store.ts';
import * as unitStore from './units/store.ts';

/** A whole body through time, as it is brought along when a portal begins. */
export interface Body {
  readonly units: readonly UnitHistory[];
  readonly people: readonly Person[];
  readonly assignments: readonly Assignment[];
  readonly appointments: readonly Appointment[];
  readonly remits: readonly Remit[];
}

/** Writes a body into a portal that has none. It is taken as it is: whoever made it has checked it. */
export async function loadBody(write: Writer, body: Body): Promise<void> {
  await unitStore.add(write, body.units);
  await peopleStore.addAll(write, body.people);
  await assignmentStore.addAll(write, body.assignments);
  await appointmentStore.addAll(write, body.appointments);
  await remitStore.addAll(write, body.remits);
}
