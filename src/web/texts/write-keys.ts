import { holesOfCountry, isHoleOfCountry } from './country-forms.ts';
import { type HoleKind, holesOf, parseText } from './holes.ts';
import { readMessages } from './read-texts.ts';

const WIDEST_LINE = 110;

/** What a caller hands over for each kind of hole. */
type Types = Readonly<Record<HoleKind, string>>;

/** The keys of the texts in a folder with what each text holds, as types: written from English. */
export function writeKeys(folder: string, name: string, typeOfValue = 'string | number'): string {
  const messages = readMessages(folder, 'en');
  const types = { value: typeOfValue, number: 'number', choice: 'string', mark: 'Mark' } as const;
  const lines = Object.entries(messages).map(([key, text]) => entryOf(key, holesOf(parseText(text)), types));
  const marks = lines.some((line) => line.includes(': Mark'));
  return `// Written by bin/sluis docs from the English files beside this one; a law of the tree fails when it is stale.

/** A text that holds nothing. */
type Nothing = Readonly<Record<never, never>>;
${marks ? "/** Words between `<name>` and `</name>`: the page makes something of them. */\ntype Mark = 'mark';\n" : ''}
/** Each text by its key, with what stands in it. */
export type ${name} = {
${lines.join('\n')}
};
`;
}

function entryOf(key: string, holes: ReadonlyMap<string, HoleKind>, types: Types): string {
  if (holes.size === 0) return `  '${key}': Nothing;`;
  // Another language may need another form of it: all of them are handed over.
  const isCountry = [...holes.keys()].some(isHoleOfCountry);
  const forms = isCountry ? holesOfCountry.map((name) => [name, 'value'] as const) : [];
  const parts = [...new Map([...holes, ...forms])].sort(([one], [other]) => (one < other ? -1 : 1));
  const members = parts.map(([name, kind]) => `readonly ${name}: ${types[kind]}`);
  const line = `  '${key}': { ${members.join('; ')} };`;
  return line.length <= WIDEST_LINE
    ? line
    : `  '${key}': {\n${members.map((member) => `    ${member};`).join('\n')}\n  };`;
}
