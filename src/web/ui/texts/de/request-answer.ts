export const requestAnswer = {
  'answer.list': 'Was der Bedienstete verlangt',
  'answer.arrived': 'Erhalten am {date}',
  'answer.missing': 'Noch nicht erhalten',
  'answer.bring': 'Bringen Sie es ins Büro mit',
  'answer.words': 'Ihre Antwort in Worten',
  'answer.any': 'Ihre Antwort: in Worten, oder eine Datei',
  'answer.send': 'Dieses Dokument schicken',
  'answer.some':
    'Wir haben {arrived} von {total} erhalten. Der Rest muss spätestens am <b>{date}</b> hier sein.',
  'answer.arriving':
    'Wir prüfen noch eine Datei, die Sie geschickt haben. Sie zählt ab dem Moment, in dem Sie sie geschickt haben.',
  'answer.arriving.look': 'Noch einmal nachsehen',
  'answer.text.hint': 'Ist etwas nicht möglich oder nicht klar? Schreiben Sie es hier.',
  'answer.isAll': 'Schicken: das ist alles, was ich habe',
  'answer.rest': 'Meine Nachricht schicken, der Rest folgt',
  'answer.complete': 'Sie haben alles geschickt, was wir verlangt haben',
  'answer.received': 'Wir haben Ihre Antwort erhalten',
  'answer.goesOn':
    'Sie müssen jetzt nichts tun. Ein Bediensteter macht mit Ihrem Antrag weiter, meistens innerhalb von {days, plural, one {# Arbeitstag} other {# Arbeitstagen}}. Wir benachrichtigen Sie per E-Mail.',
  'answer.add': 'Möchten Sie etwas hinzufügen?',
  'answer.add.text': 'Sie können dem Bediensteten noch schreiben oder ein weiteres Dokument schicken.',
  'answer.replied': 'Wir sehen uns Ihren Antrag noch einmal an',
  'reply.refused': 'Sind Sie nicht einverstanden?',
  'reply.expired': 'Brauchen Sie weiter eine belgische Nummer?',
  'reply.withdrawn': 'Haben Sie es sich anders überlegt?',
  'reply.until':
    'Antworten Sie hier spätestens am <b>{date}</b>. Ein Bediensteter sieht sich Ihren Antrag dann noch einmal an.',
  'reply.hint': 'Sagen Sie, was nicht stimmt oder was sich geändert hat.',
  'reply.document': 'Ein Dokument schicken',
  'reply.over': 'Sie konnten hier bis zum Ende des {date} antworten. Dieser Tag ist vorbei.',
  'again.title': 'Ein neuer Antrag',
  'again.text':
    'Sie können einen neuen Antrag stellen. Er beginnt mit dem, was Sie uns vorher gesagt haben: Prüfen Sie es, und ändern Sie, was nicht stimmt.',
  'again.fresh': 'Sie können von vorn beginnen. Sie beantworten die Fragen dann noch einmal.',
  'again.go': 'Einen neuen Antrag beginnen',
  'again.eid': 'Melden Sie sich mit Ihrer eID an, um einen neuen Antrag zu beginnen',
  'again.link': 'Sie können mit Ihrer eID noch einmal eine Nummer beantragen.',
  'other.text': 'Ihr Antrag {reference} wird bearbeitet.',
  'other.go': 'Zu diesem Antrag',
  'over.whom': 'Haben Sie eine Frage? Rufen Sie den Service Desk an unter {telephone}, mit Ihrer Referenz.',
  'status.matched': 'Sie brauchen diesen Antrag nicht mehr',
  'status.matched.text':
    'Am {date} haben Sie Ihre belgische Nummer angegeben, und wir haben Sie damit gefunden.',
  'status.unlinked': 'Ihre eID ist nicht mehr mit einer belgischen Nummer verknüpft',
  'status.unlinked.text': 'Seit dem {date}. Der Grund:',
  'status.draft-expired': 'Dieser Antrag wurde nicht geschickt',
  'status.draft-expired.text': 'Am {date} haben wir Ihre Antworten gelöscht.',
  'withdraw.effect.answers': 'Ihre Antworten werden jetzt gelöscht.',
  'withdraw.effect.later':
    'Sie können es sich {days} Tage lang anders überlegen. Wir löschen Ihre Dokumente {documentDays} Tage nach heute.',
  'request.ended.typed':
    'Auch was Sie gerade eingegeben haben, bleibt erhalten: Es steht da, wenn Sie innerhalb von zwei Stunden in diesem Browser zurückkommen.',
  'request.ended.file':
    'Die Datei, die Sie geschickt haben, ist nicht angekommen: Wählen Sie sie noch einmal aus, wenn Sie zurück sind.',
  'request.typedBefore':
    'Das haben Sie eingegeben, bevor Sie abgemeldet wurden. Es ist noch nicht geschickt: Prüfen Sie es und schicken Sie es ab.',
} as const;
