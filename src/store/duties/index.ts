export { type DutyStore, type DutyTroubles, dutiesOn } from './duties.ts';
