import type { problems as source } from '../en/problems.ts';

export const problems = {
  'problem.youCan': 'Was Sie tun können',
  'problem.at': 'Zeitpunkt',
  'problem.call': 'Rufen Sie den Service Desk an unter {telephone} und nennen Sie die Referenz.',
  'problem.restart': 'Gehen Sie zu {application} und melden Sie sich noch einmal an.',
  'problem.restartAny':
    'Gehen Sie zurück zur Anwendung, die Sie nutzen möchten, und melden Sie sich noch einmal an.',
  'problem.otherWay': 'Melden Sie sich auf eine andere Art an.',
  'problem.otherWay.button': 'Anders anmelden',

  'problem.expired': 'Diese Anmeldung ist beendet',
  'problem.expired.text': 'Sie waren eine Weile weg. Zu Ihrer Sicherheit endet eine Anmeldung von selbst.',
  'problem.other-browser': 'Diese Anmeldung begann in einem anderen Browser',
  'problem.other-browser.text':
    'Zu Ihrer Sicherheit geht eine Anmeldung nur in dem Browser, in dem sie begonnen hat.',
  'problem.other-browser.do': 'Machen Sie in dem Browser oder Fenster weiter, in dem Sie begonnen haben.',
  'problem.already-finished': 'Sie haben diese Anmeldung schon abgeschlossen',
  'problem.already-finished.text':
    'Sie sind auf eine Seite einer fertigen Anmeldung zurückgekommen. Nichts ist schiefgegangen.',
  'problem.link-ended': 'Ihre eID ist hier nicht mehr mit Ihnen verbunden',
  'problem.link-ended.text':
    'Mitarbeitende haben die Verbindung zwischen der verwendeten eID und einer belgischen Nummer beendet. Was damit geöffnet war, ist auch beendet.',
  'problem.again.button': 'Seite neu laden',
  'problem.home.button': 'Zur Startseite',
  'problem.login.button': 'Noch einmal anmelden',
  'problem.resend':
    'Warten Sie eine Minute und senden Sie es noch einmal. Was Sie geschrieben haben, ist noch in dieser Seite.',
  'problem.resend.button': 'Noch einmal senden',
  'problem.changed-elsewhere': 'Diese Anmeldung ging in einem anderen Fenster weiter',
  'problem.changed-elsewhere.text':
    'Sie haben diese Anmeldung zweimal offen. Was Sie zuletzt getan haben, zählt nicht.',
  'problem.changed-elsewhere.do': 'Machen Sie dort weiter, wo die Anmeldung jetzt steht.',
  'problem.changed-elsewhere.button': 'Zeigen, wo die Anmeldung steht',
  'problem.unknown-attempt': 'Wir finden diese Anmeldung nicht',
  'problem.unknown-attempt.text':
    'Die Adresse ist nicht vollständig, oder die Anmeldung ist schon länger beendet.',
  'problem.country-answer-refused': 'Wir konnten die Antwort nicht annehmen: {country}',
  'problem.country-answer-refused.text':
    'Die Antwort hat unsere Sicherheitsprüfung nicht bestanden. Niemand wurde angemeldet.',
  'problem.country-failed': 'Die Anmeldung in diesem Land hat nicht geklappt: {country}',
  'problem.country-failed.text':
    'Dieses Land ({country}) hat uns gemeldet, dass dort etwas schiefgegangen ist.',
  'problem.country-level-too-low': 'Die eID, die Sie genutzt haben, ist nicht stark genug',
  'problem.country-level-too-low.text':
    'Dieses Land ({country}) hat uns gemeldet, dass Ihre eID ein niedrigeres Sicherheitsniveau hat, als die Anwendung verlangt.',
  'problem.country-level-too-low.do':
    'Melden Sie sich noch einmal mit einer stärkeren eID Ihres Landes an, wenn Sie eine haben.',
  'problem.country-data-missing': 'In der Antwort dieses Landes fehlen Angaben: {country}',
  'problem.country-data-missing.text':
    'Diese Angabe haben wir nicht bekommen: {attribute}. Ohne sie wissen wir nicht sicher, wer Sie sind.',
  'problem.country-data-missing.do': 'Fragen Sie den Helpdesk Ihrer eID, warum er diese Angabe nicht teilt.',
  'problem.country-unavailable': 'Diese eID kann im Moment nicht genutzt werden: {country}',
  'problem.country-unavailable.text':
    'Wir können dieses Land ({country}) nicht sicher erreichen. Meist ist das innerhalb eines Tages behoben.',
  'problem.country-unavailable.do': 'Versuchen Sie es später noch einmal.',
  'problem.no-means-possible': 'Sie können sich hier nicht anmelden',
  'problem.no-means-possible.text':
    'Die Anwendung verlangt einen digitalen Schlüssel, den wir im Moment nicht anbieten können.',
  'problem.no-means-possible.do': 'Sagen Sie es den Verantwortlichen der Anwendung, mit der Referenz unten.',
  'problem.someCountry': 'Ihr Land',

  'attribute.familyName': 'Ihr Familienname',
  'attribute.givenNames': 'Ihre Vornamen',
  'attribute.birthDate': 'Ihr Geburtsdatum',
  'attribute.identifier': 'Ihre Kennung',
  'attribute.other': 'eine Pflichtangabe',

  'problem.unknown-application': 'Wir kennen diese Anwendung nicht',
  'problem.unknown-application.text': 'Die Seite, von der Sie kommen, ist bei uns nicht registriert.',
  'problem.redirect-address-refused': 'Wir können Sie nicht zu dieser Anwendung zurückbringen',
  'problem.redirect-address-refused.text':
    'Die Adresse für die Rückkehr ist nicht die, die registriert wurde. Um Sie zu schützen, hören wir hier auf.',
  'problem.logout-address-refused': 'Wir können Sie nicht zu dieser Anwendung zurückbringen',
  'problem.logout-address-refused.text':
    'Sie sind abgemeldet. Die Anwendung hat uns gebeten, Sie zu einer Adresse zu bringen, die nicht registriert ist. Um Sie zu schützen, hören wir hier auf.',
  'problem.logout-hint-refused': 'Sie sind abgemeldet',
  'problem.logout-hint-refused.text':
    'Wir schicken Sie nicht von selbst zurück: Der Nachweis, den die Anwendung mitschicken muss, fehlt oder stammt nicht von uns.',
  'problem.request-refused': 'Wir verstehen diese Anfrage nicht',
  'problem.request-refused.text': 'Die Anwendung hat etwas gesendet, womit wir nichts anfangen können.',
  'problem.application': 'Sagen Sie es den Verantwortlichen der Anwendung, mit der Referenz unten.',
  'problem.not-found': 'Diese Seite gibt es nicht',
  'problem.not-found.text': 'Vielleicht ist die Adresse falsch geschrieben, oder die Seite ist umgezogen.',
  'problem.not-found.do': 'Prüfen Sie die Adresse, oder beginnen Sie auf der <a>Startseite</a>.',
  'problem.internal': 'Bei uns ist etwas schiefgegangen',
  'problem.internal.text': 'Wir wissen Bescheid. Es liegt nicht an dem, was Sie getan haben.',
  'problem.internal.do': 'Warten Sie eine Minute und laden Sie die Seite neu.',
  'problem.form': 'Wir konnten nicht prüfen, woher dieses Formular kam',
  'problem.form.text': 'Ihr Browser hat das Cookie nicht gesendet, das diese Anmeldung schützt.',
  'problem.form.do':
    'Erlauben Sie Cookies für diese Website. Wir nutzen nur, was für die Anmeldung nötig ist: <a>unsere Cookies</a>.',
  'problem.too-large': 'Das war mehr, als wir annehmen können',
  'problem.too-large.text': 'Was gesendet wurde, ist größer, als diese Seite annimmt.',
  'problem.too-many-requests': 'Aus Ihrem Netzwerk kamen zu viele Anfragen',
  'problem.too-many-requests.text':
    'Jemand, der Ihre Verbindung mitbenutzt, oder ein Programm fragt mehr, als wir beantworten können. Nichts von Ihnen ist verloren.',
  'problem.method': 'An dieser Adresse gibt es nichts zu sehen',
  'problem.method.text':
    'Sie ist nur für Computer von Mitgliedstaaten, die jemanden nach einer Anmeldung zurückbringen.',
  'problem.reload': 'Gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.',
} satisfies Record<keyof typeof source, string>;
