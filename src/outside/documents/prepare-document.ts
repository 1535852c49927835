import { createHash } from 'node:crypto';
import { Redacted } from '../../base/redacted.ts';
import {
  cleanFileName,
  type DocumentReader,
  type DocumentRefusal,
  documentBounds,
  type PreparedDocument,
  type PrepareOutcome,
  type VirusScanner,
} from '../../domain/documents/index.ts';
import { openDrawer } from './draw-in-process.ts';
import type { Drawing } from './drawing.ts';
import { recognizeType } from './recognize-type.ts';
import { openLine } from './wait-in-line.ts';

export type DocumentReaderOptions = {
  /** `null`: nobody looks for harmful content, and every document says so. */
  readonly scanner: VirusScanner | null;
};

/** One person sends a file at a time, or a few. */
const BOUNDS = { atOnce: 2, waiting: 20, waitingEach: 3 } as const;

/**
 * Opens the door through which documents come in. A file is refused or drawn: scanned as it came, recognised by its content, then
 * read in a process of its own. Two at once, twenty waiting.
 */
export function openDocumentReader({ scanner }: DocumentReaderOptions): DocumentReader {
  const line = openLine(BOUNDS);
  const drawer = openDrawer();
  return {
    async prepare(bytes, fileName, who = '') {
      if (bytes.length === 0) return refuse('empty');
      if (bytes.length > documentBounds.bytes) return refuse('too-large');
      const outcome = await line.run(who, async () => {
        const scan = scanner === null ? 'not-scanned' : await scanner.scan(bytes);
        if (scan === 'harmful') return refuse('harmful');
        if (scan === 'unavailable') return refuse('not-now');
        const originalType = await recognizeType(bytes);
        if (originalType === null) return refuse('type');
        const drawing = await drawer.draw({ type: originalType, bytes });
        if (drawing.kind === 'refused') return drawing;
        const name = new Redacted(cleanFileName(fileName));
        return accept({ ...formOf(drawing, originalType, bytes), name, originalType, scan });
      });
      return outcome ?? refuse('not-now');
    },
  };
}

type Drawn = Extract<Drawing, { kind: 'drawn' }>;
type Form = Omit<PreparedDocument, 'name' | 'originalType' | 'scan'>;

/** A PDF is kept as it came, beside the pictures of its pages; an image only as we drew it. */
function formOf(drawing: Drawn, originalType: PreparedDocument['originalType'], bytes: Uint8Array): Form {
  const { pages, thumbnail, size } = drawing;
  const [first] = pages;
  if (!first) throw new Error('a drawing without pages');
  const original = originalType === 'pdf' ? ({ type: 'application/pdf', bytes } as const) : first;
  const type = originalType === 'pdf' ? 'pdf' : first.type === 'image/png' ? 'png' : 'jpeg';
  const sha256 = createHash('sha256').update(original.bytes).digest('hex');
  return { type, original, size, sha256, pages, thumbnail };
}

function accept(document: PreparedDocument): PrepareOutcome {
  return { kind: 'accepted', document };
}

function refuse(reason: DocumentRefusal): PrepareOutcome {
  return { kind: 'refused', reason };
}
