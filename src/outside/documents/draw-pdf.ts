import { PDFiumLibrary } from '@hyzyla/pdfium';
import { type DocumentImage, documentBounds } from '../../domain/documents/index.ts';
import { drawPage, drawThumbnail } from './draw-image.ts';
import { type Drawing, NotDrawn } from './drawing.ts';

const POINTS_PER_INCH = 72;
const DOTS_PER_INCH = 150;
const LONGEST_SIDE = 2000;

/** Draws every page of a PDF as one sees it, forms filled in. Its scripts do not run: this PDFium has no engine for them. */
export async function drawPdf(bytes: Uint8Array): Promise<Drawing> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes).catch((error: unknown) => {
    throw new NotDrawn(isAboutPassword(error) ? 'password' : 'broken');
  });
  const count = document.getPageCount();
  if (count > documentBounds.pages) throw new NotDrawn('too-many-pages');
  const pages: DocumentImage[] = [];
  for (const page of document.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const scale = scaleOf(originalWidth, originalHeight);
    pages.push(await drawPage(await page.render({ scale, renderFormFields: true })));
  }
  const [first] = pages;
  if (!first) throw new NotDrawn('broken');
  return { kind: 'drawn', pages, thumbnail: await drawThumbnail(first), size: null };
}

/** How much larger than in points a page is drawn. A page of less than one pixel is none. */
function scaleOf(width: number, height: number): number {
  const scale = Math.min(DOTS_PER_INCH / POINTS_PER_INCH, LONGEST_SIDE / Math.max(width, height));
  const isDrawable = Math.floor(width) * scale >= 1 && Math.floor(height) * scale >= 1;
  if (!isDrawable) throw new NotDrawn('broken');
  return scale;
}

/** The library tells its codes in words only. */
function isAboutPassword(error: unknown): boolean {
  return error instanceof Error && /password/i.test(error.message);
}
