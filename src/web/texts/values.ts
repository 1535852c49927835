import type { PageTexts } from './keys.d.ts';

/** The names of the marks in a text. */
type Marks<Text> = { [Name in keyof Text]: Text[Name] extends 'mark' ? Name : never }[keyof Text];

/** What is the case for each member of a union at once. */
type Every<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** A text without marks. */
export type SpokenKey = {
  [Key in keyof PageTexts]: Marks<PageTexts[Key]> extends never ? Key : never;
}[keyof PageTexts];

/** A text in which no other values stand than these. */
export type KeyWith<Name extends string> = {
  [Key in keyof PageTexts]: Exclude<keyof PageTexts[Key], Marks<PageTexts[Key]>> extends Name ? Key : never;
}[keyof PageTexts];

/** A text that is said as it is: nothing stands in it. */
export type PlainKey = SpokenKey & KeyWith<never>;

/** What stands in a text besides marks; for one of several texts, what stands in any of them. */
export type ValuesOf<Key extends keyof PageTexts> = Every<
  Key extends unknown ? Omit<PageTexts[Key], Marks<PageTexts[Key]>> : never
>;

/** The values of a text as the rest of the arguments: none for a text in which nothing stands. */
export type Given<Key extends keyof PageTexts> = keyof ValuesOf<Key> extends never
  ? readonly []
  : readonly [values: ValuesOf<Key>];

/** The values and links of a text with marks as the rest of the arguments. */
export type GivenToMark<Key extends keyof PageTexts> = keyof ValuesOf<Key> extends never
  ? readonly [values?: Readonly<Record<never, never>>, links?: readonly string[]]
  : readonly [values: ValuesOf<Key>, links?: readonly string[]];
