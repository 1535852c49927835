export { type Act, actsIn, declaringActs, type Moment } from './act.ts';
export { actingAdministrator } from './acting-administrator.ts';
export { actingStaff, withReason } from './acting-staff.ts';
export { checkReason, type ReasonError } from './check-reason.ts';
export { isOneself, isSecondPerson, mayActIn, officeOf } from './may-act.ts';
export type * from './model.ts';
export { recordingOnPersons } from './record-on-persons.ts';
export { actorOf, actorOneself, type CasePlace, timelineNameOf } from './tell-who.ts';
