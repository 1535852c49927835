import { DAY, later } from '../../base/time.ts';

/** The moment so many working days (Monday to Friday) later, at the same hour. Public holidays are not known here. */
export function afterWorkingDays(moment: Date, days: number): Date {
  let [at, left] = [moment, days];
  while (left > 0) {
    at = later(at, DAY);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** How many working days lie between two moments, begun ones counted. */
export function workingDaysBetween(from: Date, until: Date): number {
  let [at, days] = [from, 0];
  while (at < until) {
    at = later(at, DAY);
    if (isWorkingDay(at)) days += 1;
  }
  return days;
}

function isWorkingDay(moment: Date): boolean {
  return moment.getUTCDay() !== 0 && moment.getUTCDay() !== 6;
}
