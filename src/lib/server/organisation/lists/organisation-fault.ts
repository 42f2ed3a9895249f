import type { CellFault } from '../../lists/fault.ts';
import type { OrganisationFault } from '../fault.ts';

/** A fault of the organisation in the words of a list. */
export function asCellFault(fault: OrganisationFault): CellFault {
  switch (fault.code) {
    case 'endBeforeStart':
      return { code: 'endBeforeStart' };
    case 'unknownUnit':
      return { code: 'unknown', to: 'unit', text: fault.unit };
    case 'unknownPerson':
      return { code: 'unknown', to: 'person', text: fault.person };
    case 'unitNotThen':
      return {
        code: 'domain',
        it: `L’unità ${fault.unit} non c’è in tutti i giorni del periodo. Cambia le date o scegli un’altra unità.`,
        en: `The unit ${fault.unit} is not there on all days of the period. Change the dates or choose another unit.`,
      };
    case 'wrongParent':
      return {
        code: 'domain',
        it: 'Un’unità di questo tipo non può stare lì: area, poi direzione, poi servizio, poi ufficio.',
        en: 'A unit of this kind cannot stand there: area, then direction, then service, then office.',
      };
    case 'wrongUnit':
      return {
        code: 'domain',
        it: 'Un’unità di questo tipo non si affida così: una EQ dirige un servizio, un dirigente una direzione.',
        en: 'A unit of this kind is not entrusted that way: an EQ holder leads a service, an executive a direction.',
      };
    case 'sharesOverWhole':
      return {
        code: 'domain',
        it: `Dal ${fault.from} le quote di lavoro della persona sarebbero in tutto ${fault.total} su 100.`,
        en: `From ${fault.from} on the shares of the person’s working time would be ${fault.total} of 100.`,
      };
    case 'alreadyHeld':
      return {
        code: 'domain',
        it: `L’incarico è già di un’altra persona (${fault.by}) in una parte del periodo.`,
        en: `The appointment is somebody else’s (${fault.by}) in a part of the period.`,
      };
    case 'remitOutsideDirections':
      return {
        code: 'domain',
        it: 'Una delega riguarda solo direzioni.',
        en: 'A remit is of directions only.',
      };
    case 'unknownRecord':
    case 'taken':
    case 'nameMissing':
    case 'unitsInside':
    case 'peopleInside':
    case 'shareOutOfRange':
      return { code: 'taken' };
  }
}
