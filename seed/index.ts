/** The demo world: who and what is in it, and how it is made. */

export { writeIssued } from '../simulators/authority/issue-certificate.ts';
export { readOrMakeAuthority } from '../simulators/authority/keys.ts';
export { type DemoApplicationSetting, demoApplications } from './applications/demo-applications.ts';
export { type DemoSitePorts, type DemoSites, openDemoSites } from './open-demo-sites.ts';
export { type SeedSetting, seedDemo } from './seed-demo.ts';
export { welcome } from './welcome.ts';
export { demoInvitation } from './world/invitation.ts';
export { type KeyPersona, keyPersonas } from './world/key-personas.ts';
export { organisationPersonas } from './world/organisation-personas.ts';
export { type DemoBelgian, demoBelgians as belgianPeople } from './world/people.ts';
export { type Persona, personas, type StaffPersona, staffPersonas } from './world/personas.ts';
