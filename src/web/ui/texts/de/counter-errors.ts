/** What was wrong with what an officer typed, said to the officer: about the person at the counter, never "you". */
export const counterErrors = {
  'counter.error.documentType.choose': 'Wählen Sie die Art des Dokuments',
  'counter.error.documentNumber.empty': 'Tippen Sie die Nummer des Dokuments ein',
  'counter.error.documentNumber.too-long':
    'Die Nummer eines Dokuments hat höchstens 30 Buchstaben und Ziffern',
  'counter.error.documentNumber.not-a-document-number':
    'Tippen Sie nur die Buchstaben und Ziffern der Nummer ein',
  'counter.error.documentCountry.choose': 'Wählen Sie das Land, das das Dokument ausgestellt hat',
  'counter.error.documentExpires.empty':
    'Tippen Sie ein, bis wann das Dokument gültig ist, oder kreuzen Sie an, dass kein Enddatum darauf steht',
  'counter.error.documentExpires.not-a-date':
    'Tippen Sie ein, bis wann das Dokument gültig ist, mit dem Tag zuerst, zum Beispiel 27 3 2031',
  'counter.error.documentExpires.expired':
    'Dieses Dokument ist abgelaufen. Bitten Sie die Person um ein anderes',
  'counter.error.documentExpires.both':
    'Tippen Sie ein Enddatum ein oder kreuzen Sie an, dass es keines gibt: nicht beides',
  'counter.error.familyName.empty': 'Tippen Sie den Familiennamen ein',
  'counter.error.familyName.letters': 'Tippen Sie den Familiennamen ein, wie er im Dokument steht',
  'counter.error.familyName.too-long': 'Der Familienname darf höchstens 100 Zeichen haben',
  'counter.error.familyName.own-case':
    'In diesem Vorgang geht es um Sie selbst. Jemand anders muss ihn eröffnen',
  'counter.error.givenNames.letters': 'Tippen Sie die Vornamen ein, wie sie im Dokument stehen',
  'counter.error.givenNames.too-long': 'Die Vornamen dürfen höchstens 100 Zeichen haben',
  'counter.error.birthDate.empty':
    'Tippen Sie das Geburtsdatum ein, oder nur das Jahr, wenn das Dokument nicht mehr sagt',
  'counter.error.birthDate.not-a-date':
    'Tippen Sie das Geburtsdatum mit dem Tag zuerst ein, zum Beispiel 17 10 1985',
  'counter.error.birthDate.in-the-past': 'Das Geburtsdatum muss in der Vergangenheit liegen',
  'counter.error.birthPlace.empty':
    'Tippen Sie den Geburtsort ein. Steht er nicht im Dokument? Fragen Sie die Person',
  'counter.error.birthPlace.letters': 'Tippen Sie den Geburtsort ein, wie er im Dokument steht',
  'counter.error.birthPlace.too-long': 'Der Geburtsort darf höchstens 100 Zeichen haben',
  'counter.error.birthCountry.choose': 'Wählen Sie das Land, in dem die Person geboren ist',
  'counter.error.sex.choose': 'Wählen Sie das Geschlecht, das im Dokument steht',
  'counter.error.nationality.choose': 'Tippen Sie die Staatsangehörigkeit ein, die im Dokument steht',
  'counter.error.nationality.not-a-country':
    'Wir kennen diese Staatsangehörigkeit nicht. Tippen Sie den Namen eines Landes, den Code im Dokument, „staatenlos“ oder „unbekannt“ ein',
  'counter.error.addressLines.empty': 'Tippen Sie Straße und Hausnummer der Person ein',
  'counter.error.addressLines.too-long': 'Straße und Hausnummer dürfen höchstens 200 Zeichen haben',
  'counter.error.postcode.too-long': 'Eine Postleitzahl hat höchstens 20 Zeichen',
  'counter.error.municipality.empty': 'Tippen Sie die Gemeinde oder Stadt ein, in der die Person wohnt',
  'counter.error.municipality.letters':
    'Tippen Sie den Namen der Gemeinde oder Stadt ein, wie in einer Adresse',
  'counter.error.municipality.too-long': 'Gemeinde oder Stadt darf höchstens 100 Zeichen haben',
  'counter.error.addressCountry.choose': 'Wählen Sie das Land, in dem die Person wohnt',
  'counter.error.email.not-an-email':
    'Tippen Sie eine E-Mail-Adresse wie name@example.eu ein, oder lassen Sie das Feld leer',
  'counter.error.telephone.not-a-telephone':
    'Tippen Sie die Telefonnummer mit Ländervorwahl ein, oder lassen Sie das Feld leer',
  'counter.error.language.choose': 'Wählen Sie die Sprache, in der die Person Nachrichten bekommt',
  'counter.error.number.empty': 'Tippen Sie die Nationalregisternummer ein',
  'counter.error.number.letters': 'Eine Nationalregisternummer hat nur Ziffern',
  'counter.error.number.length': 'Eine Nationalregisternummer hat 11 Ziffern',
  'counter.error.number.not-a-number':
    'Das ist keine belgische Nationalregisternummer. Prüfen Sie jede Ziffer',
  'counter.error.number.not-registered':
    'Niemand ist unter dieser Nummer eingetragen. Prüfen Sie jede Ziffer',
  'counter.error.number.data-differ':
    'Das Register hat unter dieser Nummer andere Angaben. Vergleichen Sie die Namen und das Geburtsdatum mit dem Dokument. Immer noch anders? Lassen Sie die Nummer weg: die Sachbearbeitung macht mit dem Vorgang weiter',
  'counter.error.number.own-case': 'Das ist Ihre eigene Nummer. Jemand anders muss den Vorgang eröffnen',
  'counter.error.number.already-linked':
    'Die eID dieser Person führt schon zu jemand anderem. Lassen Sie die Nummer weg: die Sachbearbeitung macht mit dem Vorgang weiter',
  'counter.error.because.asked':
    'Bei dieser Nummer muss auch die Sachbearbeitung zustimmen. Sagen Sie, woher Sie wissen, wer das ist, und senden Sie es noch einmal.',
  'counter.error.because.empty': 'Sagen Sie, woher Sie wissen, wer das ist',
  'counter.error.because.too-short': 'Sagen Sie es in mindestens 10 Zeichen',
  'counter.error.because.too-long': 'Sagen Sie es in höchstens 500 Zeichen',
  'counter.error.checked.agree':
    'Kreuzen Sie an, dass Sie das Originaldokument gesehen haben. Haben Sie es nicht gesehen? Dann eröffnen Sie keinen Vorgang',
  'counter.error.reference.empty': 'Tippen Sie die Referenz ein',
  'counter.error.reference.unknown':
    'Ihr Büro hat keinen Vorgang mit dieser Referenz. Prüfen Sie jeden Buchstaben und jede Ziffer. Wurde die Person zu einem anderen Büro geschickt? Dann muss sie dorthin',
  'counter.error.any.empty': 'Füllen Sie das aus',
  'counter.error.any.choose': 'Treffen Sie eine Wahl',
  'counter.error.any.too-long': 'Das ist zu lang',
  'counter.error.any.not-right': 'Das stimmt nicht. Prüfen Sie es',
} as const;
