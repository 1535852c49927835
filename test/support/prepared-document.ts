import { createHash, randomUUID } from 'node:crypto';
import { Redacted } from '../../src/base/redacted.ts';
import type { DocumentId, NewDocument, PreparedDocument } from '../../src/domain/documents/index.ts';
import { NOON } from './open-test-store.ts';

/** A document as the reader hands it over; its bytes are of no interest to the store. */
export function preparedDocument(changes: Partial<PreparedDocument> = {}): PreparedDocument {
  const image = { type: 'image/jpeg', bytes: Buffer.from('the pixels of page 1') } as const;
  return {
    name: new Redacted('paspoort.jpg'),
    type: 'jpeg',
    originalType: 'heic',
    original: image,
    size: { width: 640, height: 480 },
    sha256: createHash('sha256').update(image.bytes).digest('hex'),
    scan: 'clean',
    pages: [image],
    thumbnail: { type: 'image/jpeg', bytes: Buffer.from('the pixels of the thumbnail') },
    ...changes,
  };
}

/** A picture of something: the same words are the same picture. */
export function preparedImage(of: string): PreparedDocument {
  const image = { type: 'image/jpeg', bytes: Buffer.from(of) } as const;
  const sha256 = createHash('sha256').update(image.bytes).digest('hex');
  return preparedDocument({ original: image, pages: [image], sha256 });
}

/** A PDF of two pages, as the reader hands it over. */
export function preparedPdf(): PreparedDocument {
  const page = (number: number) => ({
    type: 'image/jpeg' as const,
    bytes: Buffer.from(`picture of page ${number}`),
  });
  const bytes = Buffer.from('%PDF-1.7 as it came');
  return preparedDocument({
    name: new Redacted('akte.pdf'),
    type: 'pdf',
    originalType: 'pdf',
    original: { type: 'application/pdf', bytes },
    size: null,
    pages: [page(1), page(2)],
  });
}

/** What is said about a document of a case that is kept. */
export function aboutDocument(caseId: string, changes: Partial<NewDocument> = {}): NewDocument {
  return {
    id: randomUUID() as DocumentId,
    case: caseId,
    question: null,
    kind: 'passport',
    uploadedAt: NOON,
    uploadedBy: 'applicant',
    ...changes,
  };
}
