export { type Appoint, type Appointed, appointingNeeds, appointPerson } from './appoint.ts';
export {
  type AppointingFault,
  checkAppointing,
  DEPUTY_DAYS,
  type WishedAdministration,
} from './check-appointing.ts';
export { type EndAdministration, type EndedAdministration, endAdministration } from './end-administration.ts';
export type { HandedOver, HandOver } from './hand-over.ts';
export { type Appointments, openAppointments } from './open-appointments.ts';
export type { AppointmentStore } from './ports.ts';
export { administratorMailNeeds, tellAdministrators } from './tell.ts';
export type { AdministratorsView, ListedAdministrator } from './view-administrators.ts';
export {
  type AppointmentContext,
  type AppointmentSettings,
  type AppointmentStores,
  holdFor,
} from './world.ts';
