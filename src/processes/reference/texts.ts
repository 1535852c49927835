import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkTexts, type TextFault, type TextFolder } from '../../web/texts/check-texts.ts';
import { pathAreas } from '../../web/texts/path-languages.ts';
import { writeKeys } from '../../web/texts/write-keys.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const pages: TextFolder = { path: 'src/web/texts', plain: false, ofPath: pathAreas };
const mails: TextFolder = { path: 'src/domain/notification/texts', plain: true };

/** Every fault of the texts of pages and mails. */
export function faultsOfTexts(): readonly TextFault[] {
  return [pages, mails].flatMap((folder) => checkTexts(root, folder));
}

/** The types of the keys of pages and mails, as they stand beside the texts. */
export const textKeys = [
  { path: `${pages.path}/keys.d.ts`, text: () => writeKeys(join(root, pages.path), 'PageTexts') },
  { path: `${mails.path}/keys.d.ts`, text: () => writeKeys(join(root, mails.path), 'MailTexts', 'string') },
] as const;
