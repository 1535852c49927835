import type { Brand } from '../../base/brand.ts';
import type { Redacted } from '../../base/redacted.ts';

/** Internal id of an uploaded document. */
export type DocumentId = Brand<string, 'DocumentId'>;

/** What a document is, as the person who uploads it says. */
export const documentKinds = [
  'identity-front',
  'identity-back',
  'passport',
  'residence',
  'birth-certificate',
  'name-change',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What may be handed in; everything else is refused, whatever its name says. */
export type UploadedType = 'jpeg' | 'png' | 'heic' | 'pdf';
/** What is kept: images are drawn anew, so that nothing but pixels remains. */
export type KeptType = 'jpeg' | 'png' | 'pdf';

/** `not-scanned`: no virus scanner is configured, and whoever opens the document is told so. */
export type ScanOutcome = 'clean' | 'not-scanned';

/** A picture that is safe to show: a page or a thumbnail, drawn by us. */
export type DocumentImage = { readonly type: 'image/jpeg' | 'image/png'; readonly bytes: Uint8Array };

/** What is kept, as bytes: of an image the one that we drew, of a PDF the file as it came. Never shown inside a page of ours. */
export type DocumentOriginal = {
  readonly type: 'image/jpeg' | 'image/png' | 'application/pdf';
  readonly bytes: Uint8Array;
};

/** The facts of a document. They stay when its content is removed; its name goes with the content. */
export type KeptDocument = {
  readonly id: DocumentId;
  readonly case: string;
  /** The question it answers, if it answers one. */
  readonly question: string | null;
  readonly kind: DocumentKind;
  /** The file name, cleaned; empty after removal. */
  readonly name: Redacted<string>;
  readonly type: KeptType;
  readonly originalType: UploadedType;
  readonly bytes: number;
  readonly pages: number;
  /** In pixels, as kept; `null` for a PDF. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** SHA-256 of what is kept, in hexadecimal digits. */
  readonly sha256: string;
  readonly uploadedAt: Date;
  readonly uploadedBy: 'applicant' | 'officer';
  readonly scan: ScanOutcome;
  /** An agent cannot use it; the reason is told to the applicant. */
  readonly rejected: { readonly at: Date; readonly reason: Redacted<string> } | null;
  readonly removedAt: Date | null;
  readonly removedWhy: 'by-applicant' | 'retention' | null;
  /** When retention removes the content; `null` as long as the case is open. */
  readonly removeAfter: Date | null;
};

/** Why a file is not taken. `not-now` passes: the scanner does not answer, or too many files wait. */
export const documentRefusals = [
  'empty',
  'too-large',
  'type',
  'too-many',
  'password',
  'harmful',
  'broken',
  'too-many-pixels',
  'too-many-pages',
  'not-now',
] as const;
export type DocumentRefusal = (typeof documentRefusals)[number];

/** A file that passed every check, in the form in which it is kept. */
export type PreparedDocument = {
  readonly name: Redacted<string>;
  readonly type: KeptType;
  readonly originalType: UploadedType;
  readonly original: DocumentOriginal;
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly sha256: string;
  readonly scan: ScanOutcome;
  /** One picture per page, from page 1 on; of an image the image itself. */
  readonly pages: readonly DocumentImage[];
  readonly thumbnail: DocumentImage;
};

export type PrepareOutcome =
  | { readonly kind: 'accepted'; readonly document: PreparedDocument }
  | { readonly kind: 'refused'; readonly reason: DocumentRefusal };

const MEGABYTE = 1024 * 1024;

/** What a document may measure. 50 megapixels take the pictures of every telephone sold today. */
export const documentBounds = {
  bytes: 10 * MEGABYTE,
  /** Of a picture that is decoded in full: those that telephones call fifty megapixels. */
  pixels: 51_000_000,
  /** Of one that is read smaller than it is, line by line. */
  scaledPixels: 210_000_000,
  pages: 20,
  perQuestion: 4,
  perCase: 12,
  /** With the removed and rejected ones: adding and removing cannot go on for ever. */
  everPerCase: 100,
} as const;
