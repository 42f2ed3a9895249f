import { daysLater, day, type IsoDate } from '#core/calendar/iso-date.ts';

/** 9999-12-31, the last day that Excel knows. */
const LAST_SERIAL = 2_958_465;
const DAYS_1904_IS_LATER = 1462;

const BEFORE_LEAP_DAY = day('1899-12-31');
const AFTER_LEAP_DAY = day('1899-12-30');

/**
 * The day of a serial number of Excel; null if there is none. The system of 1900 counts a 29 February 1900 that never was
 * (ECMA-376 part 1, 18.17.4.1), as serial 60; the system of 1904 begins four years and a day later.
 */
export function dateOfSerial(serial: number, system1904: boolean): IsoDate | null {
  const whole = Math.floor(serial) + (system1904 ? DAYS_1904_IS_LATER : 0);
  if (!(whole >= 1 && whole <= LAST_SERIAL) || whole === 60 || (system1904 && serial < 0)) return null;
  return daysLater(whole < 60 ? BEFORE_LEAP_DAY : AFTER_LEAP_DAY, whole);
}
