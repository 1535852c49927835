import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isLanguage } from '../../base/language.ts';
import { fillIn } from '../../domain/notification/index.ts';
import { isHoleOfCountry } from './country-forms.ts';
import { elementsOf, type HoleKind, holesOf, parseText, pluralFormsOf } from './holes.ts';
import { languagesIn, type TextFile, textFilesIn } from './read-texts.ts';

/** A folder of texts: a folder per language, in it a file per area. */
export type TextFolder = {
  /** Its path in the repository. */
  readonly path: string;
  /** Mails hold plain `{placeholders}` alone. */
  readonly plain: boolean;
  /** The folders of the areas that a language besides the four has; it has all of these and no others. */
  readonly ofPath?: readonly string[];
};

/** What is wrong with a file of texts, and where. */
export type TextFault = {
  readonly path: string;
  readonly line: number;
  readonly what: string;
};

type Entry = { readonly message: string; readonly line: number; readonly file: OpenFile };
type OpenFile = TextFile & { readonly shown: string; readonly text: string; readonly language: string };
type Check = { readonly plain: boolean; readonly faults: TextFault[] };

/** The language that all others are held against. */
const SOURCE = 'en';

/**
 * Every fault of the texts in a folder: what a file has that is no text, what a language lacks or has too much, a placeholder that is
 * missing or that English does not know. Each with the file and the line.
 */
export function checkTexts(root: string, { path, plain, ofPath = [] }: TextFolder): readonly TextFault[] {
  const check: Check = { plain, faults: [] };
  const languages = languagesIn(join(root, path));
  const filesOf = (language: string) =>
    textFilesIn(join(root, path), language).map((file) => openFile(root, language, file));
  const sources = filesOf(SOURCE);
  const english = entriesOf(sources, check);
  for (const language of languages.filter((each) => each !== SOURCE)) {
    const files = filesOf(language);
    const entries = entriesOf(files, check);
    const isOfPath = ({ area }: TextFile) => ofPath.some((folder) => area.startsWith(`${folder}/`));
    const wanted = isLanguage(language) ? sources : sources.filter(isOfPath);
    check.faults.push(...areasAmiss(wanted, files, join(path, language)));
    for (const file of files) compareFile(file, entries, english, check);
  }
  return check.faults;
}

/** The texts of some files, by key. */
function entriesOf(files: readonly OpenFile[], check: Check): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const file of files)
    for (const [key, value] of Object.entries(contentOf(file, check.faults))) {
      const line = lineOf(file.text, key);
      const fault = (what: string) => check.faults.push({ path: file.shown, line, what: `${key} ${what}` });
      const other = found.get(key);
      const message = messageOf(value);
      if (other !== undefined) fault(`stands in ${other.file.shown} too`);
      else if (message === null) fault('has no text: { "defaultMessage": "…" } is expected');
      else {
        if (file.language === SOURCE && !hasDescription(value)) fault('has no description');
        for (const what of faultsOfText(message, file.language, check.plain)) fault(what);
        found.set(key, { message, line, file });
      }
    }
  return found;
}

/** Holds one file of a language against the same file in English. */
function compareFile(
  file: OpenFile,
  entries: ReadonlyMap<string, Entry>,
  english: ReadonlyMap<string, Entry>,
  { faults }: Check,
): void {
  for (const [key, source] of english) {
    if (source.file.area !== file.area || entries.has(key)) continue;
    faults.push({ path: file.shown, line: 1, what: `${key} is missing` });
  }
  for (const [key, { message, line, file: own }] of entries) {
    if (own !== file) continue;
    const source = english.get(key);
    const fault = (what: string) => faults.push({ path: file.shown, line, what: `${key} ${what}` });
    if (source === undefined) fault('is no key of English');
    else if (source.file.area !== file.area) fault(`belongs in ${source.file.area}.json`);
    else for (const what of holesAmiss(source.message, message)) fault(what);
  }
}

function areasAmiss(
  sources: readonly OpenFile[],
  files: readonly OpenFile[],
  folder: string,
): readonly TextFault[] {
  const lacks = sources.filter(({ area }) => !files.some((file) => file.area === area));
  const strangers = files.filter(({ area }) => !sources.some((file) => file.area === area));
  return [
    ...lacks.map(({ area }) => ({ path: `${folder}/${area}.json`, line: 1, what: 'is missing' })),
    ...strangers.map(({ shown }) => ({ path: shown, line: 1, what: 'is no area that this language has' })),
  ];
}

/** What of the holes of a text is not as in English. */
function holesAmiss(source: string, text: string): readonly string[] {
  const [wanted, given] = [source, text].map((each) => withoutForms(holesOrNone(each)));
  if (wanted === undefined || given === undefined || wanted === null || given === null) return [];
  return [
    ...[...wanted].filter(([name]) => !given.has(name)).map((hole) => `lacks ${written(hole)}`),
    ...[...given]
      .filter(([name]) => !wanted.has(name))
      .map((hole) => `has ${written(hole)}, which English does not have`),
    ...[...given]
      .filter(([name, kind]) => wanted.has(name) && wanted.get(name) !== kind)
      .map(([name, kind]) => `has {${name}} as a ${kind}; in English it is a ${wanted.get(name)}`),
  ];
}

/** Whichever forms of a country a language needs, they are one value. */
function withoutForms(holes: ReadonlyMap<string, HoleKind> | null): ReadonlyMap<string, HoleKind> | null {
  if (holes === null) return null;
  return new Map([...holes].map(([name, kind]) => [isHoleOfCountry(name) ? 'country' : name, kind]));
}

function holesOrNone(text: string): ReadonlyMap<string, HoleKind> | null {
  try {
    return holesOf(parseText(text));
  } catch {
    return null;
  }
}

function written([name, kind]: readonly [string, HoleKind]): string {
  return kind === 'mark' ? `<${name}>` : `{${name}}`;
}

/** What a text has that cannot be said. */
function faultsOfText(text: string, language: string, plain: boolean): readonly string[] {
  if (text.trim() === '') return ['is empty'];
  try {
    const parsed = parseText(text);
    if (plain) return plainFaults(text);
    const needed = formsOf(language);
    return pluralFormsOf(parsed).flatMap((forms) =>
      needed.filter((form) => !forms.includes(form)).map((form) => `lacks the plural form “${form}”`),
    );
  } catch (error) {
    return [`cannot be read: ${error instanceof Error ? error.message : error}`];
  }
}

/** A text of a mail is filled in without ICU, and must come out the same as with it. */
function plainFaults(text: string): readonly string[] {
  const parsed = parseText(text);
  const names = elementsOf(parsed).flatMap(({ type, ...element }) =>
    type === 1 && 'value' in element ? [String(element.value)] : [],
  );
  const values = Object.fromEntries(names.map((name) => [name, `‹${name}›`]));
  const said = parsed.map((element) => {
    const words = 'value' in element ? String(element.value) : '';
    return element.type === 1 ? values[words] : element.type === 0 ? words : null;
  });
  return !said.includes(null) && said.join('') === fillIn(text, values)
    ? []
    : ['may hold plain {placeholders} alone: no plurals, no marks, no quoting with apostrophes'];
}

/** The plural forms that whole numbers take in a language. */
function formsOf(language: string): readonly string[] {
  const rules = new Intl.PluralRules(language);
  return [...new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)))];
}

function openFile(root: string, language: string, file: TextFile): OpenFile {
  return { ...file, language, shown: relative(root, file.path), text: readFileSync(file.path, 'utf8') };
}

function contentOf({ shown, text }: OpenFile, faults: TextFault[]): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content === 'object' && content !== null) return { ...content };
    throw new Error('an object of texts is expected');
  } catch (error) {
    const place = /position (\d+)/.exec(String(error))?.[1] ?? '0';
    const line = text.slice(0, Number(place)).split('\n').length;
    faults.push({ path: shown, line, what: `is no JSON: ${error instanceof Error ? error.message : error}` });
    return {};
  }
}

function messageOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('defaultMessage' in value)) return null;
  const strangers = Object.keys(value).filter((name) => !['defaultMessage', 'description'].includes(name));
  return typeof value.defaultMessage === 'string' && strangers.length === 0 ? value.defaultMessage : null;
}

function hasDescription(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('description' in value)) return false;
  return typeof value.description === 'string' && value.description.trim() !== '';
}

/** The line of the text behind a key. */
function lineOf(text: string, key: string): number {
  const start = text.indexOf(`${JSON.stringify(key)}:`);
  const message = text.indexOf('"defaultMessage"', start);
  return text.slice(0, Math.max(start, message, 0)).split('\n').length;
}
