import type { WordingTexts } from './texts.ts';

// Wetten op de Raad van State, gecoördineerd op 12 januari 1973, artikel 14 § 1; the term is in the Regent's decree of 23 August 1948, article 4.
const remedy = `Gaat u niet akkoord? Antwoord op de pagina van uw aanvraag en zeg waarom, met referentie {reference}. Dan bekijken we ze opnieuw.

U kunt ook de Raad van State vragen om deze beslissing te vernietigen. Doe dat binnen 60 dagen nadat u ze ontving, met een aangetekende brief naar Wetenschapsstraat 33, 1040 Brussel, of op www.raadvst-consetat.be. Ons vragen om opnieuw te kijken stopt die 60 dagen niet.`;

export const nl: WordingTexts = {
  'ask-document-both-sides': {
    subject: 'Beide kanten van het identiteitsbewijs',
    body: `We hebben beide kanten van uw identiteitsbewijs nodig.

- Maak één foto van de voorkant en één van de achterkant.
- De vier hoeken moeten op de foto staan.
- De letters moeten goed leesbaar zijn, zonder weerkaatsing van licht.`,
  },
  'ask-clearer-photo': {
    subject: 'Een duidelijkere foto',
    body: `We kunnen de foto van uw document niet goed genoeg lezen. Stuur ons een nieuwe.

- Leg het document op een donkere tafel, bij daglicht.
- De vier hoeken moeten op de foto staan.
- De letters moeten goed leesbaar zijn, zonder weerkaatsing van licht.`,
  },
  'ask-birth-place': {
    subject: 'Geboorteplaats',
    body: `In welke gemeente en welk land bent u geboren? Schrijf de gemeente zoals ze op uw identiteitsbewijs staat. Had de gemeente een andere naam toen u geboren werd? Schrijf dan ook die naam.`,
  },
  'ask-previous-name': {
    subject: 'Vroegere namen',
    body: `Had u ooit een andere naam, bijvoorbeeld voor u trouwde? Schrijf alle familienamen en voornamen die u had, met de jaren als u die kent.`,
  },
  'ask-address': {
    subject: 'Adres',
    body: `Op welk adres woont u nu? Schrijf de straat, het nummer, de postcode, de gemeente en het land. Voeg een document toe waarop dit adres staat, niet ouder dan drie maanden.`,
  },
  'ask-proof-of-name-change': {
    subject: 'Bewijs van een naamsverandering',
    body: `Uw naam is nu anders dan de naam die wij kennen. Stuur ons een document dat de verandering toont, bijvoorbeeld een huwelijksakte of een beslissing over een naamsverandering.`,
  },
  'ask-other': {
    subject: 'Een andere vraag',
    body: `We hebben een vraag over de gegevens die u ons gaf.`,
  },
  'refuse-not-identified': {
    subject: 'We zijn niet zeker wie de persoon is',
    body: `Met de gegevens en documenten die u ons gaf, zijn we niet zeker genoeg wie u bent. Daarom kunnen we u geen nummer geven.

${remedy}`,
  },
  'refuse-false-data': {
    subject: 'Gegevens of documenten kloppen niet',
    body: `Gegevens of documenten die u ons gaf, kloppen niet. Daarom kunnen we u geen nummer geven.

${remedy}`,
  },
  'refuse-no-answer': {
    subject: 'Geen antwoord op onze vraag',
    body: `We hebben u een vraag gesteld en kregen niet het antwoord dat we nodig hebben. Zonder dat antwoord kunnen we u geen nummer geven. U kunt altijd een nieuwe aanvraag indienen.

${remedy}`,
  },
  'refuse-duplicate': {
    subject: 'Er is een andere aanvraag van deze persoon',
    body: `U hebt een andere aanvraag met dezelfde gegevens ingediend. We gaan met die aanvraag verder en sluiten deze af.

${remedy}`,
  },
  'refuse-other': {
    subject: 'Een andere reden',
    body: `Met deze aanvraag kunnen we u geen nummer geven.

${remedy}`,
  },
};
