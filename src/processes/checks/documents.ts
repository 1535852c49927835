import { openDrawer } from '../../outside/documents/draw-in-process.ts';
import { type Finding, fail, ok, warn } from './check.ts';

/** The smallest picture there is: one transparent point. */
const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Whether documents can be read, in a process that is cut off from everything else. */
export async function checkDocuments(): Promise<Finding> {
  const drawer = openDrawer();
  const drawing = await drawer.draw({ type: 'png', bytes: POINT });
  if (drawing.kind === 'refused') {
    return fail(
      'documents',
      'The process that reads uploaded files cannot start here, so that none is taken.',
      'Run npm start or npm ci again; on a small machine, leave a gigabyte of memory.',
    );
  }
  if (drawer.isCut) return ok('documents', 'are read in a process without network');
  return warn(
    'documents',
    'The process that reads uploaded files has a network: this system does not let it be taken away.',
    'Install util-linux, or let the user who runs Sluis make user namespaces (kernel.unprivileged_userns_clone).',
  );
}
