import type { help as source } from '../en/help.ts';

export const help = {
  'home.title': 'Eine sichere Anmeldung für Anwendungen der Behörden',
  'home.lede':
    'Mit Sluis melden Sie sich mit einem digitalen Schlüssel an, den Sie schon haben, egal wo in Europa er ausgestellt wurde.',
  'home.start':
    'Sie beginnen immer in der Anwendung, die Sie nutzen möchten. Sie bringt Sie hierher, wenn Sie sich anmelden müssen.',
  'home.how': 'So geht die Anmeldung',
  'home.how.1': 'Wählen Sie, wie Sie sich anmelden',
  'home.how.1.text':
    'Mit einer belgischen eID-Karte, mit itsme oder mit der eID eines anderen europäischen Landes (eIDAS).',
  'home.how.2': 'Zeigen Sie, wer Sie sind',
  'home.how.2.text': 'Auf der Anmeldeseite Ihres eigenen Landes. Wir sehen nie Ihr Passwort oder Ihre PIN.',
  'home.how.3': 'Verknüpfen Sie Ihre belgische Nationalregisternummer, einmal',
  'home.how.3.text': 'Nur beim ersten Mal mit der eID eines anderen Landes. Danach genügt Ihre eID.',
  'home.how.4': 'Wählen Sie, für wen Sie sich anmelden',
  'home.how.4.text': 'Für sich selbst oder für eine Organisation, die Ihnen Zugang gegeben hat.',
  'home.demo': 'Probieren Sie es in dieser Demo aus',
  'home.demo.text':
    'Nichts und niemand ist hier echt. Öffnen Sie eine Anwendung, melden Sie sich an und seien Sie eine der Personen unten.',
  'home.place.klip': 'KLIP',
  'home.place.klip.text': 'Pläne von Kabeln und Leitungen, für alle, die graben wollen',
  'home.place.gipod': 'GIPOD',
  'home.place.gipod.text': 'Arbeiten auf der Straße: wer, wo und wann',
  'home.place.geopunt': 'GEOPUNT',
  'home.place.geopunt.text': 'Karten, für alle; zum Speichern melden Sie sich an',
  'home.place.europe': 'Simuliertes Europa',
  'home.place.europe.text': '29 Länder, jedes mit eigener Anmeldeseite und Personen',
  'home.place.inbox': 'Postfach',
  'home.place.inbox.text': 'Alle E-Mails, die in dieser Demo gesendet wurden',
  'home.place.cases': 'Fälle',
  'home.place.cases.text': 'Wo über Anträge auf eine Nummer entschieden wird',
  'home.place.office': 'Registrierungsbüro',
  'home.place.office.text': 'Der Schalter für Personen, deren eID hier nicht funktioniert',
  'home.people': 'Wer Sie sein können',
  'home.people.text':
    'Öffnen Sie die Anwendung und melden Sie sich an. Wählen Sie eIDAS, dann das Land, dann die Person; für Belgien wählen Sie die belgische eID. Geben Sie die Nummer ein, wenn danach gefragt wird.',
  'home.people.more': '{count, plural, one {Noch # Person} other {Noch # Personen}}',
  'home.trouble':
    'Auf der Anmeldeseite eines Landes können Sie auch wählen, was schiefgeht: eine falsche Signatur, eine Antwort, die zu spät kommt.',
  'home.staff': 'Wer hier arbeitet',
  'home.staff.text': 'Öffnen Sie die Seite, wählen Sie die belgische eID, dann die Person.',

  'help.title': 'Hilfe und Kontakt',
  'help.lede': 'Wählen Sie, wobei Sie Hilfe brauchen.',
  'help.call': 'Rufen Sie den Service Desk an',
  'help.call.text':
    'Die Nummer ist <b>{telephone}</b>. Haben Sie eine Seite mit einer Referenz gesehen? Halten Sie die Referenz bereit: Damit finden wir, was passiert ist.',
  'help.never': 'Wir fragen nie nach Ihrem Passwort, Ihrer PIN oder einem Code. Auch nicht am Telefon.',

  'belgian.title': 'Zugang für eine belgische Organisation bekommen',
  'belgian.lede': 'Ihre Organisation entscheidet, wer sich für sie anmelden darf. So bekommen Sie Zugang.',
  'belgian.1': 'Melden Sie sich einmal mit Ihrer eigenen eID an',
  'belgian.1.text':
    'So wird Ihre eID mit Ihrer belgischen Nationalregisternummer verknüpft. Danach sagt eine Seite, dass Sie noch keinen Zugang haben.',
  'belgian.2': 'Gehen Sie zu Ihrem lokalen Verwalter oder zum gesetzlichen Vertreter',
  'belgian.2.text':
    'Der lokale Verwalter regelt den Zugang Ihrer Organisation. Sie wissen nicht, wer das ist? Fragen Sie den gesetzlichen Vertreter: oft ein Verwaltungsratsmitglied oder Geschäftsführer.',
  'belgian.3': 'Geben Sie ihnen Ihre belgische Nationalregisternummer',
  'belgian.3.text':
    'Sie brauchen sie, um Sie zu registrieren. Sagen Sie sie persönlich oder am Telefon, schreiben Sie sie nicht in eine E-Mail.',
  'belgian.4': 'Sie registrieren Sie und geben Ihnen ein Recht',
  'belgian.4.text':
    'Das tun sie in der Benutzerverwaltung, für die Anwendung, die Sie brauchen. Ein Recht kann mehr Angaben verlangen, wie „Planantragsteller“.',
  'belgian.5': 'Melden Sie sich noch einmal an',
  'belgian.5.text':
    'Öffnen Sie die Anwendung und melden Sie sich auf die gleiche Art an. Jetzt können Sie die Organisation wählen.',
  'belgian.representative': 'Sind Sie selbst der gesetzliche Vertreter?',
  'belgian.representative.text':
    'Bei vielen Anwendungen können Sie sich ohne Recht für Ihre Organisation anmelden, weil Sie sie nach dem Gesetz vertreten. Sie sehen Ihre Organisation, sobald das Unternehmensregister Sie kennt.',

  'foreign.title': 'Zugang für ein Unternehmen aus einem anderen Land bekommen',
  'foreign.lede':
    'Ihr Unternehmen hat keine belgische Unternehmensnummer? Dann registriert der Service Desk das Unternehmen und auch Sie.',
  'foreign.1': 'Melden Sie sich einmal mit Ihrer eigenen eID an',
  'foreign.1.text':
    'So wird Ihre eID mit Ihrer belgischen Nationalregisternummer verknüpft. Haben Sie noch keine Nummer, dann sagt die Seite, wie es weitergeht.',
  'foreign.2': 'Rufen Sie den Service Desk an',
  'foreign.2.text': 'Die Nummer ist <b>{telephone}</b>. Sagen Sie, welche Anwendung Sie brauchen.',
  'foreign.3': 'Halten Sie diese Angaben bereit',
  'foreign.3.name': 'den Namen und die Adresse Ihres Unternehmens',
  'foreign.3.register': 'sein Land und seine Nummer im amtlichen Register dort',
  'foreign.3.representative': 'den Namen seines gesetzlichen Vertreters',
  'foreign.3.contact': 'Ihre E-Mail-Adresse und Telefonnummer',
  'foreign.3.reference': 'die Referenz, wenn eine Seite Ihnen eine gegeben hat',
  'foreign.4': 'Wir registrieren Ihr Unternehmen und Sie',
  'foreign.4.text': 'Wir können einen Nachweis verlangen, dass Sie für das Unternehmen handeln dürfen.',
  'foreign.5': 'Melden Sie sich noch einmal an',
  'foreign.5.text':
    'Öffnen Sie die Anwendung und melden Sie sich auf die gleiche Art an. Jetzt können Sie Ihr Unternehmen wählen.',

  'office.title': 'Eine belgische Nummer in einem Registrierungsbüro bekommen',
  'office.lede':
    'Sie können die eID Ihres Landes hier nicht nutzen? Dann bekommen Sie persönlich in Belgien eine belgische Nummer und einen digitalen Schlüssel.',
  'office.who': 'Für wen ist das?',
  'office.who.text':
    'Für Menschen, deren Land nicht angeschlossen ist, wie Frankreich und das Vereinigte Königreich, und für Menschen ohne eID. Es zählt das Land, das Ihre eID ausgestellt hat.',
  'office.situation': 'Was ist Ihre Situation?',
  'office.situation.closed':
    '<b>Ihre eID ist französisch oder britisch</b>: Sie kann hier nicht genutzt werden. Kommen Sie mit Ihrem Reisepass oder Personalausweis.',
  'office.situation.unconnected':
    '<b>Ihr Land steht nicht in der Liste</b>: Seine eID nimmt noch nicht teil. Kommen Sie mit Ihrem Reisepass oder Personalausweis.',
  'office.situation.none':
    '<b>Sie haben keine eID</b>: Kommen Sie mit Ihrem Reisepass, Personalausweis oder Aufenthaltstitel.',
  'office.situation.sent':
    '<b>Wir haben Sie zu einem Büro geschickt</b>: Nehmen Sie die Referenz Ihres Antrags mit.',
  'office.bring': 'Was Sie mitbringen',
  'office.bring.document':
    'das Original Ihres Reisepasses, Personalausweises oder Aufenthaltstitels, noch gültig',
  'office.bring.reference': 'Ihre Referenz, wenn Sie eine haben: SLU und acht Buchstaben und Ziffern',
  'office.bring.name':
    'einen Nachweis der Namensänderung, wenn nicht alle Ihre Dokumente denselben Namen haben',
  'office.bring.number': 'einen Brief mit Ihrer belgischen Nummer, wenn Sie je eine hatten',
  'office.bring.contact': 'Ihre E-Mail-Adresse und Ihr Mobiltelefon',
  'office.list': 'Büros, die mit uns arbeiten',
  'office.list.text':
    'Rufen Sie an, bevor Sie gehen: Manche Büros arbeiten nur mit Termin. Sie können auch den Service Desk unter {telephone} anrufen.',
  'office.list.none':
    'Rufen Sie den Service Desk unter {telephone} an: Dort erfahren Sie, zu welchem Büro Sie gehen können.',
  'office.1': 'Suchen Sie ein lokales Registrierungsbüro',
  'office.1.text':
    'Auf der Website des belgischen Föderalstaats finden Sie die Büros. Manche arbeiten nur mit Termin.',
  'office.2': 'Nehmen Sie Ihre Dokumente mit',
  'office.2.text':
    'Ihren gültigen Reisepass oder Personalausweis. Außerdem Ihre E-Mail-Adresse und ein Mobiltelefon.',
  'office.3': 'Gehen Sie selbst hin',
  'office.3.text': 'Jemand vergleicht Sie mit Ihrem Dokument. Niemand anders kann das für Sie tun.',
  'office.4': 'Richten Sie Ihren digitalen Schlüssel ein',
  'office.4.text':
    'Mit dem, was Sie bekommen, richten Sie einen Schlüssel mit zwei Schritten ein, wie einen Code per App.',
  'office.5': 'Melden Sie sich hier mit diesem Schlüssel an',
  'office.5.text':
    'Bitten Sie danach um Zugang: <a>für eine belgische Organisation</a> oder <a>für ein Unternehmen aus einem anderen Land</a>.',

  'privacy.title': 'Wie wir mit Ihren Daten umgehen',
  'privacy.lede': 'Wir nutzen Ihre Daten, um Sie sicher anzumelden, und für nichts anderes.',
  'privacy.what': 'Wonach wir fragen, und warum',
  'privacy.what.eid':
    'Was Ihr Land uns sagt: Ihre Namen, Ihr Geburtsdatum, eine Kennung und, wenn es sie sendet, Geburtsort und Geschlecht. Damit erkennen wir Sie.',
  'privacy.what.number':
    'Ihre belgische Nationalregisternummer, beim ersten Mal. Damit finden wir Sie im belgischen Personenregister. Wir bewahren sie verschlüsselt auf.',
  'privacy.what.address':
    'Die Internetadresse Ihres Browsers, um Leute zu stoppen, die viele Nummern ausprobieren. Wir bewahren sie kurz auf, in einer Form, die man nicht zurücklesen kann.',
  'privacy.who': 'Wer was bekommt',
  'privacy.who.text':
    'Nur die Anwendung, bei der Sie sich anmelden, und nur, was mit ihr vereinbart wurde. Eine Anwendung kann verlangen, dass wir Ihnen die Angaben zuerst zeigen. Niemand anders bekommt etwas, und wir verfolgen nicht, was Sie dort tun.',
  'privacy.long': 'Wie lange wir sie aufbewahren',
  'privacy.long.link':
    'Die Verknüpfung zwischen Ihrer eID und Ihrer Nummer: bis Sie uns bitten, sie zu löschen, oder bis sie berichtigt wird.',
  'privacy.long.match':
    'Was wir verglichen haben, als wir Sie suchten: zwischen 6 und 12 Monaten, wie es das europäische Recht verlangt (Durchführungsverordnung (EU) 2025/846).',
  'privacy.long.login': 'Eine Anmeldung, die Sie begonnen haben: bis sie endet, höchstens einige Stunden.',
  'privacy.long.audit':
    'Dass Sie sich angemeldet haben, wann und für welche Anwendung: so lange das Gesetz es verlangt, um es später erklären zu können.',
  'privacy.rights': 'Ihre Rechte',
  'privacy.rights.text':
    'Sie dürfen fragen, welche Daten wir haben, sie berichtigen lassen und die Verknüpfung löschen lassen. Rufen Sie den Service Desk an unter {telephone}. Sie können sich auch bei der belgischen Datenschutzbehörde beschweren.',

  'cookies.title': 'Cookies',
  'cookies.lede':
    'Wir nutzen nur Cookies, die für die Anmeldung nötig sind. Darum fragen wir nicht um Zustimmung.',
  'cookies.life': 'Wie lange',
  'cookies.browser': 'Bindet eine Anmeldung an diesen Browser, damit niemand anders sie übernehmen kann',
  'cookies.session':
    'Merkt sich, dass Sie angemeldet sind, damit die nächste Anwendung nicht noch einmal fragt',
  'cookies.interaction': 'Findet die Anmeldung einer Anwendung wieder, während Sie sich anmelden',
  'cookies.resume': 'Bringt Sie nach der Anmeldung zur Anwendung zurück',
  'cookies.means':
    'Merkt sich, mit welchem Mittel und aus welchem Land Sie sich zuletzt angemeldet haben, oder dass auch andere diesen Computer benutzen. Niemand sonst erhält das',
  'cookies.language':
    'Merkt sich die Sprache, die Sie gewählt haben. Enthält zwei Buchstaben und sonst nichts',
  'cookies.staff':
    'Nur für Bedienstete: merkt sich, dass Sie sich auf den Seiten für Bedienstete angemeldet haben',
  'cookies.lists':
    'Nur für Bedienstete: merkt sich, aus welcher Liste ein Vorgang geöffnet wurde, für den Weg zurück',
  'cookies.life.browser': 'bis Sie Ihren Browser schließen',
  'cookies.life.session': 'bis Sie Ihren Browser schließen, höchstens 2 Stunden',
  'cookies.life.login': 'während der Anmeldung',
  'cookies.life.year': '1 Jahr',
  'cookies.none': 'Wir nutzen keine Statistik, keine Werbung und nichts von anderen Unternehmen.',

  'accessibility.title': 'Barrierefreiheit',
  'accessibility.lede':
    'Alle müssen sich hier anmelden können, auch mit Tastatur, Screenreader oder großer Schrift.',
  'accessibility.standard': 'Worauf wir hinarbeiten',
  'accessibility.standard.text': 'Die europäische Norm EN 301 549 und WCAG 2.2, Stufe AA.',
  'accessibility.tested': 'Wie wir testen',
  'accessibility.tested.text':
    'Jede Seite wird bei jeder Änderung maschinell getestet: in vier Sprachen, hell und dunkel, auf einem schmalen und einem breiten Bildschirm. Alles funktioniert ohne JavaScript. Eine unabhängige Stelle hat diese Seiten noch nicht getestet.',
  'accessibility.gaps': 'Was nicht in unserer Hand liegt',
  'accessibility.gaps.text':
    'Die Anmeldeseiten anderer Länder und die Anwendungen selbst werden von anderen gemacht.',
  'accessibility.report': 'Funktioniert etwas nicht für Sie?',
  'accessibility.report.text':
    'Rufen Sie den Service Desk an unter {telephone}. Sagen Sie, welche Seite es war und was Sie nutzen. Ist die Antwort nicht gut genug? Dann können Sie sich an den FÖD BOSA wenden, der in Belgien die Barrierefreiheit überwacht.',
} satisfies Record<keyof typeof source, string>;
