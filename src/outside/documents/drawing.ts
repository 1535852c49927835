import type { DocumentImage, DocumentRefusal, UploadedType } from '../../domain/documents/index.ts';

/** What goes into the process. */
export type DrawingOrder = { readonly type: UploadedType; readonly bytes: Uint8Array };

/** What comes out of it: pictures that we drew ourselves, or why there are none. */
export type Drawing =
  | {
      readonly kind: 'drawn';
      readonly pages: readonly DocumentImage[];
      readonly thumbnail: DocumentImage;
      /** In pixels, of an image. */
      readonly size: { readonly width: number; readonly height: number } | null;
    }
  | { readonly kind: 'refused'; readonly reason: DocumentRefusal };

/** Why a file cannot be drawn. Anything else that is thrown means that it is broken. */
export class NotDrawn extends Error {
  override readonly name = 'NotDrawn';
  readonly reason: DocumentRefusal;
  constructor(reason: DocumentRefusal) {
    super(reason);
    this.reason = reason;
  }
}
