import type { Language } from '../../../base/language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

/** The key of a text; English is the source of all keys. */
export type TextKey = keyof typeof en;

/** Every text in every language. */
export const texts: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { nl, fr, de, en };
