export { type DutyStore, dutiesOn } from './duties.ts';
