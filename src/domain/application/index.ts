export { applyApplication } from './apply-application.ts';
export * from './model.ts';
export type { ApplicationStore } from './ports.ts';
export {
  admits,
  agreementOf,
  openingFor,
  parseApplicationId,
  requirementsOf,
  unagreedScopes,
} from './requirements.ts';
