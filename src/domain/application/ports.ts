import type { Application, ApplicationId } from './model.ts';

export type ApplicationStore = {
  find(id: ApplicationId): Promise<Application | null>;
  list(): Promise<readonly Application[]>;
  /** Keeps this description; says whether anything changed. Running processes notice within a second. */
  put(application: Application): Promise<{ readonly kind: 'added' | 'changed' | 'unchanged' }>;
};
