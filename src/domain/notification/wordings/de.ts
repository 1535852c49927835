import type { WordingTexts } from './texts.ts';

// Gesetze über den Staatsrat, koordiniert am 12. Januar 1973, Artikel 14 § 1; the term is in the Regent's decree of 23 August 1948, article 4.
const remedy = `Sind Sie nicht einverstanden? Antworten Sie auf der Seite Ihres Antrags und sagen Sie warum, mit der Referenz {reference}. Dann sehen wir ihn uns noch einmal an.

Sie können auch den Staatsrat bitten, diese Entscheidung für nichtig zu erklären. Tun Sie das innerhalb von 60 Tagen, nachdem Sie sie erhalten haben, mit einem Einschreibebrief an Rue de la Science 33, 1040 Brüssel, Belgien, oder auf www.raadvst-consetat.be. Wenn Sie uns um eine neue Prüfung bitten, laufen die 60 Tage weiter.`;

export const de: WordingTexts = {
  'ask-document-both-sides': {
    subject: 'Beide Seiten des Ausweises',
    body: `Wir brauchen beide Seiten Ihres Ausweises.

- Machen Sie ein Foto der Vorderseite und eines der Rückseite.
- Alle vier Ecken müssen auf dem Foto sein.
- Die Buchstaben müssen gut lesbar sein, ohne Spiegelung.`,
  },
  'ask-clearer-photo': {
    subject: 'Ein deutlicheres Foto',
    body: `Wir können das Foto Ihres Dokuments nicht gut genug lesen. Schicken Sie uns ein neues.

- Legen Sie das Dokument bei Tageslicht auf einen dunklen Tisch.
- Alle vier Ecken müssen auf dem Foto sein.
- Die Buchstaben müssen gut lesbar sein, ohne Spiegelung.`,
  },
  'ask-birth-place': {
    subject: 'Geburtsort',
    body: `In welcher Gemeinde und welchem Land sind Sie geboren? Schreiben Sie die Gemeinde so, wie sie in Ihrem Ausweis steht. Hatte die Gemeinde bei Ihrer Geburt einen anderen Namen? Dann schreiben Sie auch diesen Namen.`,
  },
  'ask-previous-name': {
    subject: 'Frühere Namen',
    body: `Hatten Sie schon einmal einen anderen Namen, zum Beispiel vor einer Heirat? Schreiben Sie alle Familiennamen und Vornamen auf, die Sie hatten, mit den Jahren, wenn Sie sie kennen.`,
  },
  'ask-address': {
    subject: 'Adresse',
    body: `An welcher Adresse wohnen Sie jetzt? Schreiben Sie die Straße, die Hausnummer, die Postleitzahl, die Gemeinde und das Land. Fügen Sie ein Dokument hinzu, auf dem diese Adresse steht, nicht älter als drei Monate.`,
  },
  'ask-proof-of-name-change': {
    subject: 'Nachweis einer Namensänderung',
    body: `Ihr Name ist jetzt anders als der Name, den wir kennen. Schicken Sie uns ein Dokument, das die Änderung zeigt, zum Beispiel eine Heiratsurkunde oder eine Entscheidung über eine Namensänderung.`,
  },
  'ask-other': {
    subject: 'Eine andere Frage',
    body: `Wir haben eine Frage zu den Angaben, die Sie uns gegeben haben.`,
  },
  'refuse-not-identified': {
    subject: 'Wir sind nicht sicher, wer die Person ist',
    body: `Mit den Angaben und Dokumenten, die Sie uns gegeben haben, sind wir nicht sicher genug, wer Sie sind. Darum können wir Ihnen keine Nummer geben.

${remedy}`,
  },
  'refuse-false-data': {
    subject: 'Angaben oder Dokumente stimmen nicht',
    body: `Angaben oder Dokumente, die Sie uns gegeben haben, stimmen nicht. Darum können wir Ihnen keine Nummer geben.

${remedy}`,
  },
  'refuse-no-answer': {
    subject: 'Keine Antwort auf unsere Frage',
    body: `Wir haben Ihnen eine Frage gestellt und nicht die Antwort bekommen, die wir brauchen. Ohne sie können wir Ihnen keine Nummer geben. Sie können jederzeit einen neuen Antrag stellen.

${remedy}`,
  },
  'refuse-duplicate': {
    subject: 'Es gibt einen anderen Antrag dieser Person',
    body: `Sie haben einen anderen Antrag mit den gleichen Angaben gestellt. Wir machen mit jenem weiter und schließen diesen.

${remedy}`,
  },
  'refuse-other': {
    subject: 'Ein anderer Grund',
    body: `Mit diesem Antrag können wir Ihnen keine Nummer geben.

${remedy}`,
  },
};
