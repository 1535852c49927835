import type { TemplateTexts } from './texts.ts';

export const de: TemplateTexts = {
  'request-received': {
    subject: 'Wir haben Ihren Antrag {reference} erhalten',
    body: `Guten Tag {name}

Wir haben Ihren Antrag auf eine belgische Nationalregisternummer erhalten. Ihre Referenz ist {reference}. Bewahren Sie diese E-Mail auf: Sie brauchen die Referenz, wenn Sie uns anrufen.

Ein Bediensteter des Föderalstaats sieht sich Ihre Angaben an. Voraussichtlich sind wir innerhalb von {expectedDays} fertig. Wenn etwas nicht klar ist, stellen wir Ihnen eine Frage per E-Mail.

[Ihren Antrag ansehen]({link})`,
  },
  'email-code': {
    subject: 'Ihr Code, um Ihre E-Mail-Adresse zu bestätigen',
    body: `Ihr Code ist {code}.

Geben Sie ihn auf der Seite ein, auf der Sie Ihre E-Mail-Adresse angegeben haben. Der Code gilt {validMinutes}.

Wir fragen nie am Telefon nach diesem Code. Sie haben keinen Code verlangt? Dann müssen Sie nichts tun.`,
  },
  'question-asked': {
    subject: 'Wir haben eine Frage zu Ihrem Antrag {reference}',
    body: `Guten Tag {name}

Wir brauchen Ihre Antwort, um mit Ihrem Antrag {reference} weiterzumachen.

{message}

Antworten Sie spätestens am {dueDate}. Auf der Seite Ihres Antrags können Sie uns schreiben und Dokumente hinzufügen.

[Die Frage beantworten]({link})

Schicken Sie keine Dokumente per E-Mail: Das ist dafür nicht sicher genug.`,
  },
  'answer-reminder': {
    subject: 'Wir warten noch auf Ihre Antwort zu Ihrem Antrag {reference}',
    body: `Guten Tag {name}

Wir haben Ihnen eine Frage zu Ihrem Antrag {reference} gestellt. Wir warten noch auf:

{missing}

Senden Sie es spätestens am {dueDate}. Kommt nichts, schließen wir Ihren Antrag nach diesem Tag.

[Die Frage beantworten]({link})`,
  },
  'answer-received': {
    subject: 'Wir haben Ihre Antwort zu Ihrem Antrag {reference} erhalten',
    body: `Guten Tag {name}

Wir haben Ihre Antwort erhalten. Ein Bediensteter macht mit Ihrem Antrag {reference} weiter. Voraussichtlich sind wir innerhalb von {expectedDays} fertig.

[Ihren Antrag ansehen]({link})`,
  },
  'number-assigned': {
    subject: 'Ihre belgische Nationalregisternummer ist da: Antrag {reference}',
    body: `Guten Tag {name}

Wir haben Ihren Antrag {reference} genehmigt. Sie haben jetzt eine eigene belgische Nationalregisternummer.

Zu Ihrer Sicherheit steht die Nummer nicht in dieser E-Mail. Sie sehen sie, wenn Sie sich mit Ihrer eID anmelden.

[Ihre Nummer ansehen]({link})

Ihre eID ist mit dieser Nummer verknüpft. Ab jetzt genügt Ihre eID, um sich anzumelden. Waren Sie dabei, sich bei einer Anwendung anzumelden? Dann können Sie dort weitermachen.

Wir bewahren diese Verknüpfung auf, bis Sie uns bitten, sie zu löschen. Was wir verglichen haben, bewahren wir höchstens 12 Monate auf.`,
  },
  'number-assigned-in-mail': {
    subject: 'Ihre belgische Nationalregisternummer ist da: Antrag {reference}',
    body: `Guten Tag {name}

Wir haben Ihren Antrag {reference} genehmigt. Das ist Ihre persönliche belgische Nationalregisternummer:

{number}

Bewahren Sie sie gut auf, und geben Sie sie nur denen, die sie brauchen.

Möchten Sie Ihren Antrag ansehen? Gehen Sie wie zuvor auf unsere Website und melden Sie sich mit Ihrer eID an.

Ihre eID ist mit dieser Nummer verknüpft. Ab jetzt genügt Ihre eID, um sich anzumelden. Waren Sie dabei, sich bei einer Anwendung anzumelden? Dann können Sie dort weitermachen.

Wir bewahren diese Verknüpfung auf, bis Sie uns bitten, sie zu löschen. Was wir verglichen haben, bewahren wir höchstens 12 Monate auf.`,
  },
  'number-linked': {
    subject: 'Ihre eID ist mit Ihrer belgischen Nationalregisternummer verknüpft: Antrag {reference}',
    body: `Guten Tag {name}

Wir haben Ihren Antrag {reference} genehmigt. Sie hatten schon eine belgische Nationalregisternummer. Wir haben Ihre eID damit verknüpft.

Zu Ihrer Sicherheit steht die Nummer nicht in dieser E-Mail. Sie sehen sie, wenn Sie sich mit Ihrer eID anmelden.

[Ihre Nummer ansehen]({link})

Ab jetzt genügt Ihre eID, um sich anzumelden. Waren Sie dabei, sich bei einer Anwendung anzumelden? Dann können Sie dort weitermachen.

Wir bewahren diese Verknüpfung auf, bis Sie uns bitten, sie zu löschen. Was wir verglichen haben, bewahren wir höchstens 12 Monate auf.`,
  },
  'number-linked-in-mail': {
    subject: 'Ihre eID ist mit Ihrer belgischen Nationalregisternummer verknüpft: Antrag {reference}',
    body: `Guten Tag {name}

Wir haben Ihren Antrag {reference} genehmigt. Sie hatten schon eine belgische Nationalregisternummer. Wir haben Ihre eID damit verknüpft. Das ist Ihre Nummer:

{number}

Bewahren Sie sie gut auf, und geben Sie sie nur denen, die sie brauchen.

Möchten Sie Ihren Antrag ansehen? Gehen Sie wie zuvor auf unsere Website und melden Sie sich mit Ihrer eID an.

Ab jetzt genügt Ihre eID, um sich anzumelden. Waren Sie dabei, sich bei einer Anwendung anzumelden? Dann können Sie dort weitermachen.

Wir bewahren diese Verknüpfung auf, bis Sie uns bitten, sie zu löschen. Was wir verglichen haben, bewahren wir höchstens 12 Monate auf.`,
  },
  'request-refused': {
    subject: 'Wir können Ihren Antrag {reference} nicht genehmigen',
    body: `Guten Tag {name}

Ein Bediensteter hat sich Ihren Antrag {reference} angesehen. Wir können ihn nicht genehmigen.

{reason}

Sie können auf der Seite Ihres Antrags antworten, spätestens am {replyUntil}. Ein Bediensteter sieht ihn sich dann noch einmal an. Nach diesem Tag können Sie einen neuen Antrag stellen.

[Ihren Antrag ansehen]({link})`,
  },
  'request-expired': {
    subject: 'Wir haben Ihren Antrag {reference} geschlossen',
    body: `Guten Tag {name}

Wir haben Ihre Antwort nicht rechtzeitig erhalten. Darum haben wir Ihren Antrag {reference} geschlossen.

Brauchen Sie weiter eine belgische Nationalregisternummer? Antworten Sie auf der Seite Ihres Antrags, spätestens am {replyUntil}. Wir machen dann damit weiter. Nach diesem Tag können Sie einen neuen Antrag stellen: Er beginnt mit dem, was Sie uns vorher gesagt haben.

[Ihren Antrag ansehen]({link})`,
  },
  'draft-expired': {
    subject: 'Wir haben den Antrag {reference} gelöscht, den Sie nicht gesendet haben',
    body: `Guten Tag {name}

Sie haben einen Antrag auf eine belgische Nationalregisternummer begonnen, {reference}, und nicht gesendet. Wir haben Ihre Antworten gelöscht.

Brauchen Sie weiter eine Nummer? Melden Sie sich mit Ihrer eID an und beginnen Sie von vorn.

[Von vorn beginnen]({link})`,
  },
  'request-withdrawn': {
    subject: 'Sie haben Ihren Antrag {reference} zurückgezogen',
    body: `Guten Tag {name}

Sie haben Ihren Antrag {reference} zurückgezogen. Wir arbeiten nicht mehr daran, und Sie bekommen damit keine belgische Nationalregisternummer.

Haben Sie es sich anders überlegt? Antworten Sie auf der Seite Ihres Antrags, spätestens am {replyUntil}. Ein Bediensteter sieht sich Ihren Antrag dann noch einmal an.

Haben Sie das nicht selbst getan? Rufen Sie uns an und nennen Sie Ihre Referenz.

[Ihren Antrag ansehen]({link})`,
  },
  'request-handed-over': {
    subject: 'Ein Registrierungsbüro macht mit Ihrem Antrag {reference} weiter',
    body: `Guten Tag {name}

Wir können Ihre Angaben nicht aus der Ferne prüfen. Darum macht dieses Büro mit Ihrem Antrag {reference} weiter: {office}.

Gehen Sie selbst hin und nehmen Sie mit:

- Ihren Pass oder Personalausweis
- Ihre Referenz {reference}

[Ansehen, was Sie mitnehmen]({link})`,
  },
  'link-removed': {
    subject: 'Ihre eID ist nicht mehr mit einer belgischen Nationalregisternummer verknüpft: {reference}',
    body: `Guten Tag {name}

Wir haben die Verknüpfung zwischen Ihrer eID und einer belgischen Nationalregisternummer gelöscht. Sie können sich vorerst nicht mit dieser eID anmelden.

{reason}

Sie können mit Ihrer eID wieder eine Nummer beantragen.

[Ihren Antrag ansehen]({link})`,
  },
  'eid-linked': {
    subject: 'Eine eID wurde mit Ihrer belgischen Nationalnummer verknüpft',
    body: `Guten Tag {name}

Wir haben eine eID aus einem anderen Land mit Ihrer belgischen Nationalnummer verknüpft. Wer sich mit dieser eID anmeldet, meldet sich als Sie an.

Haben Sie das beantragt? Dann müssen Sie nichts tun.

Haben Sie das nicht beantragt? Dann sagen Sie es uns sofort. Nennen Sie dieses Zeichen: {reference}. Wir prüfen es und können die Verknüpfung beenden.

[So erreichen Sie uns]({link})`,
  },
  'request-reopened': {
    subject: 'Wir sehen uns Ihren Antrag {reference} noch einmal an',
    body: `Guten Tag {name}

Wir haben Ihren Antrag {reference} wieder geöffnet.

{reason}

Voraussichtlich sind wir innerhalb von {expectedDays} fertig. Wir teilen Ihnen per E-Mail mit, was wir entscheiden.

[Ihren Antrag ansehen]({link})`,
  },
  'access-link': {
    subject: 'Ihr Link zu Ihrem Antrag {reference}',
    body: `Guten Tag {name}

Sie haben einen Link verlangt, um Ihren Antrag {reference} anzusehen.

[Ihren Antrag ansehen]({link})

Sie haben keinen Link verlangt? Dann müssen Sie nichts tun.`,
  },
  'address-changed': {
    subject: 'Ihre E-Mail-Adresse für Antrag {reference} wurde geändert',
    body: `Guten Tag {name}

Jemand, der sich mit Ihrer eID angemeldet hat, hat die E-Mail-Adresse für Ihren Antrag {reference} geändert. Ab jetzt schreiben wir an die neue Adresse.

Waren Sie das nicht? Sagen Sie es uns sofort: Melden Sie sich mit Ihrer eID an und schreiben Sie der Sachbearbeitung.

[Ihren Antrag ansehen]({link})`,
  },
  'message-from-agent': {
    subject: 'Eine Nachricht zu Ihrem Antrag {reference}',
    body: `Guten Tag {name}

Es gibt eine Nachricht zu Ihrem Antrag {reference}.

{message}

Sie können auf der Seite Ihres Antrags antworten.

[Ihren Antrag ansehen]({link})`,
  },
  'number-replaced': {
    subject: 'Ihre Nationalregisternummer hat sich geändert',
    body: `Guten Tag {name}

Das Nationalregister hat Ihnen eine andere Nationalregisternummer gegeben. Ab jetzt sind Sie auch bei uns unter der neuen Nummer bekannt. Sie melden sich an wie bisher, und Ihre Rechte bleiben dieselben.

Ihre alte Nummer führt weiterhin zu Ihnen. Sie brauchen nichts zu tun.

[Anmelden]({link})`,
  },
  'persons-joined': {
    subject: 'Wir haben Ihre zwei Akten zusammengeführt',
    body: `Guten Tag {name}

Sie waren uns zweimal bekannt. Zwei Sachbearbeiter haben festgestellt, dass beide Akten von Ihnen handeln, und haben sie zusammengeführt. Sie melden sich an wie bisher, mit jeder eID, die Sie bis jetzt benutzt haben.

Manche Rechte warten vielleicht, bis ein Verwalter Ihrer Organisation zustimmt.

Handelt eine der Akten nicht von Ihnen? Dann sagen Sie es sofort dem Servicedesk.

[Anmelden]({link})`,
  },
  'persons-parted': {
    subject: 'Wir haben zwei Akten wieder getrennt',
    body: `Guten Tag {name}

Wir hatten zwei Akten zusammengeführt, weil wir dachten, dass beide von Ihnen handeln. Zwei Sachbearbeiter haben festgestellt, dass das nicht stimmt, und haben sie wieder getrennt. Sie haben die Verknüpfungen und Rechte, die vorher Ihre waren.

Fehlt Ihnen etwas? Dann sagen Sie es dem Servicedesk.

[Anmelden]({link})`,
  },
  'person-left': {
    subject: '{name} kann nicht mehr für {organisation} handeln',
    body: `Guten Tag

Das Nationalregister meldet uns, dass {name} nicht mehr an der Nationalregisternummer erkannt werden kann. Alles, was diese Person für {organisation} tun konnte, ist beendet.

Prüfen Sie, wer die Arbeit übernimmt, und ob {organisation} noch genug Verwalter hat.`,
  },
  'rights-wait': {
    subject: 'Rechte von {name} warten auf Sie bei {organisation}',
    body: `Guten Tag

{name} war uns zweimal bekannt, und beide Akten wurden zusammengeführt. Mit beiden zusammen könnte diese Person bei {organisation} mehr tun als vorher.

Was aus der zweiten Akte kommt, gilt deshalb erst, wenn Sie zustimmen. Sagen Sie dem Servicedesk, welche Rechte {name} braucht.`,
  },
};
