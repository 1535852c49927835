import type { Language } from '../../base/language.ts';
import type { DocumentKind } from '../documents/index.ts';

/** What an answer can consist of: documents, and words. */
export type AskedFor =
  | { readonly kind: 'document'; readonly document: DocumentKind }
  | { readonly kind: 'words' | 'answer' };

/** The same names as on the page where they are sent. */
const names: Readonly<Record<Language, Readonly<Record<DocumentKind | 'words', string>>>> = {
  nl: {
    'identity-front': 'Identiteitskaart, voorkant',
    'identity-back': 'Identiteitskaart, achterkant',
    passport: 'Paspoort, bladzijde met uw foto',
    residence: 'Verblijfstitel',
    'birth-certificate': 'Geboorteakte',
    'name-change': 'Bewijs van een naamsverandering',
    other: 'Iets anders',
    words: 'Uw antwoord',
  },
  fr: {
    'identity-front': 'Carte d’identité, recto',
    'identity-back': 'Carte d’identité, verso',
    passport: 'Passeport, page avec votre photo',
    residence: 'Titre de séjour',
    'birth-certificate': 'Acte de naissance',
    'name-change': 'Preuve d’un changement de nom',
    other: 'Autre chose',
    words: 'Votre réponse',
  },
  de: {
    'identity-front': 'Personalausweis, Vorderseite',
    'identity-back': 'Personalausweis, Rückseite',
    passport: 'Reisepass, Seite mit Ihrem Foto',
    residence: 'Aufenthaltstitel',
    'birth-certificate': 'Geburtsurkunde',
    'name-change': 'Nachweis einer Namensänderung',
    other: 'Etwas anderes',
    words: 'Ihre Antwort',
  },
  en: {
    'identity-front': 'Identity card, front',
    'identity-back': 'Identity card, back',
    passport: 'Passport, page with your photo',
    residence: 'Residence permit',
    'birth-certificate': 'Birth certificate',
    'name-change': 'Proof of a change of name',
    other: 'Something else',
    words: 'Your answer',
  },
};

/** What was asked for, each on a line of its own. */
export function writeAsked(things: readonly AskedFor[], language: Language): string {
  const name = (thing: AskedFor) => names[language][thing.kind === 'document' ? thing.document : 'words'];
  return things.map((thing) => `– ${name(thing)}`).join('\n');
}
