export { caseworkApplication, caseworkApplicationId, staffRightCodes } from './casework-application.ts';
export {
  type ImportedRightFault,
  openRightCheck,
  type RightCheckStores,
} from './check-imported-right.ts';
export { eventOfChange, type ImportedStaffRight, type StaffRightChange } from './imported.ts';
export * from './model.ts';
export { openStaffDirectory, type StaffDirectoryStores } from './open-staff-directory.ts';
export { parseStaffPath, type StaffPath } from './parse-staff-path.ts';
export type * from './ports.ts';
export { beginningOf, isFresh, mayOpen, parseStaffRight, staffRightsFrom } from './rights.ts';
