import { Redacted } from '../../src/base/redacted.ts';
import type { KeptDocument } from '../../src/domain/documents/index.ts';
import { candidate, caseId, inDays } from './casework-fixtures.ts';

export const DOCUMENT = '66666666-0000-4000-8000-000000000001';

/** Four persons like the applicant, of whom one is linked already. */
export const candidates = [
  candidate(),
  candidate(
    {
      strength: 'possible',
      reasons: ['birth-date-day-and-month-swapped', 'previous-name-same', 'sex-same'],
      needs: ['data-differ', 'linked-already'],
      linked: [{ link: '55555555-0000-4000-8000-000000000001', country: 'AT', since: inDays(-300) }],
      comparisons: [
        { field: 'familyName', verdict: 'same', registered: 'Müller' },
        { field: 'givenNames', verdict: 'different', registered: 'Anna' },
        { field: 'previousNames', verdict: 'same', registered: 'Anna Katharina Schmidt' },
        { field: 'birthDate', verdict: 'different', registered: '1995-07-00' },
        { field: 'birthPlace', verdict: 'missing', registered: null },
        { field: 'sex', verdict: 'same', registered: 'female' },
        { field: 'nationality', verdict: 'different', registered: 'AT' },
      ],
    },
    '88430599732',
  ),
  candidate({ strength: 'weak', reasons: ['birth-year-same', 'family-name-similar'] }, '91462199823'),
];

export function keptDocument(over: Partial<KeptDocument> = {}): KeptDocument {
  return {
    id: DOCUMENT as KeptDocument['id'],
    case: caseId(1),
    question: null,
    kind: 'identity-front',
    name: new Redacted('Personalausweis Vorderseite.heic'),
    type: 'jpeg',
    originalType: 'heic',
    bytes: 1_843_211,
    pages: 2,
    size: { width: 3024, height: 2016 },
    sha256: 'a'.repeat(64),
    uploadedAt: inDays(-1),
    uploadedBy: 'applicant',
    scan: 'clean',
    rejected: null,
    removedAt: null,
    removedWhy: null,
    removeAfter: null,
    ...over,
  };
}

export const rejected = keptDocument({
  id: '66666666-0000-4000-8000-000000000002' as KeptDocument['id'],
  kind: 'passport',
  type: 'pdf',
  originalType: 'pdf',
  bytes: 201_000,
  size: null,
  scan: 'not-scanned',
  rejected: { at: inDays(-1), reason: new Redacted('Das Foto ist unscharf. Senden Sie ein neues.') },
});
export const removed = keptDocument({
  id: '66666666-0000-4000-8000-000000000003' as KeptDocument['id'],
  kind: 'other',
  name: new Redacted(''),
  removedAt: inDays(-1),
  removedWhy: 'by-applicant',
});

/** A picture of one pixel. */
export const PICTURE = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==',
    'base64',
  ),
);
