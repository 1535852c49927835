export * from './model.ts';
export { newReference, parseReference } from './reference.ts';
export { requestApplication, requestApplicationId } from './request-application.ts';
