import type { Language } from '../../src/base/language.ts';
import type { RefusalReason } from '../../src/domain/casework/index.ts';

type Texts = Readonly<Record<Language, string>>;

/** What applicants answer to a question. */
export const answerTexts: Texts = {
  nl: 'Hierbij de foto van beide zijden van mijn kaart.',
  fr: 'Voici la photo des deux côtés de ma carte.',
  de: 'Hier ist das Foto beider Seiten meines Personalausweises.',
  en: 'Here is the photo of both sides of my card.',
};

/** What agents write without asking anything, and what applicants write back. */
export const messageTexts: Texts = {
  nl: 'Wij hebben uw aanvraag bekeken. U hoort deze week van ons.',
  fr: 'Nous avons examiné votre demande. Vous aurez de nos nouvelles cette semaine.',
  de: 'Wir haben Ihren Antrag gelesen. Sie hören diese Woche von uns.',
  en: 'We have looked at your request. You will hear from us this week.',
};
export const replyTexts: Texts = {
  nl: 'Dank u. Ik begin volgende maand bij een bedrijf in België.',
  fr: 'Merci. Je commence le mois prochain dans une entreprise en Belgique.',
  de: 'Danke. Ich fange nächsten Monat bei einem Unternehmen in Belgien an.',
  en: 'Thank you. I begin next month at a company in Belgium.',
};

/** What agents tell applicants whom they refuse, by reason. Each text says what one can do against it. */
export const refusalTexts: Readonly<Partial<Record<RefusalReason, Texts>>> = {
  'not-identified': {
    nl: 'Met de gegevens en documenten die u stuurde, kunnen wij niet vaststellen wie u bent. U kunt binnen zestig dagen beroep instellen bij de Raad van State.',
    fr: 'Les données et les documents que vous avez envoyés ne nous permettent pas d’établir qui vous êtes. Vous pouvez introduire un recours auprès du Conseil d’État dans les soixante jours.',
    de: 'Mit den Angaben und Dokumenten, die Sie gesendet haben, können wir nicht feststellen, wer Sie sind. Sie können innerhalb von sechzig Tagen beim Staatsrat Beschwerde einlegen.',
    en: 'With the data and documents that you sent, we cannot establish who you are. You can appeal to the Council of State within sixty days.',
  },
  'false-data': {
    nl: 'Het documentnummer dat u opgaf, hoort bij een document van iemand anders. U kunt binnen zestig dagen beroep instellen bij de Raad van State.',
    fr: 'Le numéro de document que vous avez indiqué appartient à une autre personne. Vous pouvez introduire un recours auprès du Conseil d’État dans les soixante jours.',
    de: 'Die angegebene Dokumentnummer gehört zu einem Dokument einer anderen Person. Sie können innerhalb von sechzig Tagen beim Staatsrat Beschwerde einlegen.',
    en: 'The document number that you gave belongs to a document of somebody else. You can appeal to the Council of State within sixty days.',
  },
  duplicate: {
    nl: 'U hebt al een aanvraag met een andere eID. Wij behandelen die. U kunt binnen zestig dagen beroep instellen bij de Raad van State.',
    fr: 'Vous avez déjà une demande avec un autre eID. Nous la traitons. Vous pouvez introduire un recours auprès du Conseil d’État dans les soixante jours.',
    de: 'Sie haben schon einen Antrag mit einer anderen eID. Wir bearbeiten diesen. Sie können innerhalb von sechzig Tagen beim Staatsrat Beschwerde einlegen.',
    en: 'You have another request already, with another eID. We handle that one. You can appeal to the Council of State within sixty days.',
  },
};

/** Why agents did things, for the eyes of colleagues. */
export const remarks = {
  because:
    'Looked at the candidates: other parents, other birth place. Nobody in the register is this person.',
  nobody: 'The register knows nobody like this, also not under the birth name.',
  same: 'Same person: birth date, birth place and document agree; only the spelling differs.',
  reveal: 'The applicant wrote the last digits of the number; compared them.',
  sentBack: 'Look once more under the birth name of the mother: a candidate may be hidden there.',
  searchedAgain: 'Searched again under both family names. Nobody.',
  reopened: 'The applicant called: the documents are there now.',
  handOver: 'The photo in the chip cannot be compared with the picture that was sent.',
  removal: 'The person wrote that this eID is not theirs; the card was reported as stolen.',
  takeOver: 'The colleague is ill; this one is past its target.',
  note: 'Called the consulate: the document is genuine.',
  rejected: 'The photo is not sharp enough to read.',
} as const;
