import type { World } from '../../base/unit-of-work.ts';
import { appoint } from './appoint.ts';
import { endAdministration } from './end-administration.ts';
import { findColleagues } from './find-colleagues.ts';
import { handOver } from './hand-over.ts';
import { viewAdministrators } from './view-administrators.ts';
import { viewColleague } from './view-colleague.ts';
import { type AppointmentSettings, type AppointmentStores, bindAppointments } from './world.ts';

/** How administrators are appointed, and how that ends. */
export type Appointments = ReturnType<typeof openAppointments>;

/** Opens the acts about who administers an organisation. */
export function openAppointments(world: World<AppointmentStores, AppointmentSettings>) {
  const run = bindAppointments(world);
  return {
    viewAdministrators: run(viewAdministrators),
    findColleagues: run(findColleagues),
    viewColleague: run(viewColleague),
    appoint: run(appoint),
    endAdministration: run(endAdministration),
    handOver: run(handOver),
  };
}
