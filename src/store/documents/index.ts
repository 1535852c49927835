import { documentsIn } from './documents.ts';

/** Documents of applicants, by the name under which a use case asks for them. */
export const documentStores = { documents: documentsIn };
