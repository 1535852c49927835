import { textIn } from '../../base/language.ts';
import { caseworkApplication, type StaffRight, staffRightCodes } from '../../domain/staff/index.ts';
import type { Frame } from '../ui/frame.ts';

/** How a right of staff is called: as the application of staff describes it. */
export function staffRightName({ words }: Frame, right: StaffRight): string {
  const definition = caseworkApplication.rights.find(({ code }) => code === staffRightCodes[right]);
  if (definition === undefined) throw new Error('a right of staff is not described');
  return textIn(definition.name, words.language);
}
