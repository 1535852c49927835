import type { TemplateTexts } from './texts.ts';

export const en: TemplateTexts = {
  'request-received': {
    subject: 'We received your request {reference}',
    body: `Dear {name}

We received your request for a Belgian national number. Your reference is {reference}. Keep this email: you need the reference when you call us.

An agent of the federal government checks your details. We expect this to take {expectedDays}. If something is not clear, we send you a question by email.

[See your request]({link})`,
  },
  'email-code': {
    subject: 'Your code to confirm your email address',
    body: `Your code is {code}.

Type it on the page where you gave your email address. The code works for {validMinutes}.

We never ask for this code by telephone. Did you not ask for a code? Then you do not have to do anything.`,
  },
  'question-asked': {
    subject: 'We have a question about your request {reference}',
    body: `Dear {name}

We need your answer before we can go on with your request {reference}.

{message}

Answer on {dueDate} at the latest. On the page of your request you can write to us and add documents.

[Answer the question]({link})

Do not send documents by email: email is not safe enough for them.`,
  },
  'answer-reminder': {
    subject: 'We still wait for your answer about your request {reference}',
    body: `Dear {name}

We asked you a question about your request {reference}. We still wait for:

{missing}

Send it on {dueDate} at the latest. If nothing comes, we close your request after that day.

[Answer the question]({link})`,
  },
  'answer-received': {
    subject: 'We received your answer about your request {reference}',
    body: `Dear {name}

We received your answer. An agent goes on with your request {reference}. We expect this to take {expectedDays}.

[See your request]({link})`,
  },
  'number-assigned': {
    subject: 'Your Belgian national number is ready: request {reference}',
    body: `Dear {name}

We approved your request {reference}. You now have a Belgian national number of your own.

For your safety the number is not in this email. You see it when you log in with your eID.

[See your number]({link})

Your eID is linked to this number. From now on your eID is enough to log in. Did you begin to log in to an application? Then you can go on with that login.

We keep the link between your eID and the number until you ask us to remove it. What we compared, we keep for 12 months at most.`,
  },
  'number-assigned-in-mail': {
    subject: 'Your Belgian national number is ready: request {reference}',
    body: `Dear {name}

We approved your request {reference}. This is your personal Belgian national number:

{number}

Keep it well, and give it only to those who need it.

Do you want to see your request? Go to our website, as you did before, and log in with your eID.

Your eID is linked to this number. From now on your eID is enough to log in. Did you begin to log in to an application? Then you can go on with that login.

We keep the link between your eID and the number until you ask us to remove it. What we compared, we keep for 12 months at most.`,
  },
  'number-linked': {
    subject: 'Your eID is linked to your Belgian national number: request {reference}',
    body: `Dear {name}

We approved your request {reference}. You already had a Belgian national number. We linked your eID to it.

For your safety the number is not in this email. You see it when you log in with your eID.

[See your number]({link})

From now on your eID is enough to log in. Did you begin to log in to an application? Then you can go on with that login.

We keep the link between your eID and the number until you ask us to remove it. What we compared, we keep for 12 months at most.`,
  },
  'number-linked-in-mail': {
    subject: 'Your eID is linked to your Belgian national number: request {reference}',
    body: `Dear {name}

We approved your request {reference}. You already had a Belgian national number. We linked your eID to it. This is your number:

{number}

Keep it well, and give it only to those who need it.

Do you want to see your request? Go to our website, as you did before, and log in with your eID.

From now on your eID is enough to log in. Did you begin to log in to an application? Then you can go on with that login.

We keep the link between your eID and the number until you ask us to remove it. What we compared, we keep for 12 months at most.`,
  },
  'request-refused': {
    subject: 'We cannot approve your request {reference}',
    body: `Dear {name}

An agent looked at your request {reference}. We cannot approve it.

{reason}

You can answer on the page of your request, on {replyUntil} at the latest. An agent then looks at it again. After that day you can send a new request.

[See your request]({link})`,
  },
  'request-expired': {
    subject: 'We closed your request {reference}',
    body: `Dear {name}

We did not receive your answer in time. That is why we closed your request {reference}.

Do you still need a Belgian national number? Answer on the page of your request, on {replyUntil} at the latest. We then go on with it. After that day you can send a new request: it begins with what you told us before.

[See your request]({link})`,
  },
  'draft-expired': {
    subject: 'We deleted the request {reference} that you did not send',
    body: `Dear {name}

You began a request for a Belgian national number, {reference}, and did not send it. We deleted your answers.

Do you still need a number? Log in with your eID and begin again.

[Begin again]({link})`,
  },
  'request-withdrawn': {
    subject: 'You withdrew your request {reference}',
    body: `Dear {name}

You withdrew your request {reference}. We stop working on it, and you do not get a Belgian national number through it.

Did you change your mind? Answer on the page of your request, on {replyUntil} at the latest. An agent then looks at your request again.

Did you not do this yourself? Call us and give your reference.

[See your request]({link})`,
  },
  'request-handed-over': {
    subject: 'A registration office goes on with your request {reference}',
    body: `Dear {name}

We cannot check your details from a distance. That is why this office goes on with your request {reference}: {office}.

Go there yourself, and take with you:

- your passport or identity card
- your reference {reference}

[See what to bring]({link})`,
  },
  'link-removed': {
    subject: 'Your eID is no longer linked to a Belgian national number: {reference}',
    body: `Dear {name}

We removed the link between your eID and a Belgian national number. You cannot log in with this eID for now.

{reason}

You can ask for a number again with your eID.

[See your request]({link})`,
  },
  'eid-linked': {
    subject: 'An eID was linked to your Belgian national number',
    body: `Dear {name}

We linked an eID from another country to your Belgian national number. Whoever logs in with that eID logs in as you.

Did you ask for this? Then you do not have to do anything.

Did you not ask for this? Then tell us at once. Give us this reference: {reference}. We look at it and can end the link.

[See how to reach us]({link})`,
  },
  'request-reopened': {
    subject: 'We look at your request {reference} again',
    body: `Dear {name}

We opened your request {reference} again.

{reason}

We expect this to take {expectedDays}. We tell you by email what we decide.

[See your request]({link})`,
  },
  'access-link': {
    subject: 'Your link to your request {reference}',
    body: `Dear {name}

You asked for a link to see your request {reference}.

[See your request]({link})

Did you not ask for a link? Then you do not have to do anything.`,
  },
  'address-changed': {
    subject: 'Your email address for request {reference} was changed',
    body: `Dear {name}

Somebody who logged in with your eID changed the email address for your request {reference}. From now on we write to the new address.

Did you not do this? Then tell us at once: log in with your eID and write to the agent.

[See your request]({link})`,
  },
  'message-from-agent': {
    subject: 'A message about your request {reference}',
    body: `Dear {name}

There is a message about your request {reference}.

{message}

You can answer on the page of your request.

[See your request]({link})`,
  },
  'number-replaced': {
    subject: 'Your Belgian national number changed',
    body: `Dear {name}

The National Register gave you another Belgian national number. From now on you are known by the new one, here too. You log in as before, and your rights stay the same.

Your old number still leads to you. You do not have to do anything.

[Log in]({link})`,
  },
  'persons-joined': {
    subject: 'We put your two files together',
    body: `Dear {name}

You were known to us twice. Two agents found that both files are about you, and put them together. You log in as before, with any eID that you used until now.

Some rights may wait until an administrator of your organisation agrees.

Is one of the files not about you? Then tell the service desk at once.

[Log in]({link})`,
  },
  'persons-parted': {
    subject: 'We took two files apart again',
    body: `Dear {name}

We had put two files together because we thought that both were about you. Two agents found that this was not right, and took them apart again. You have the links and rights that were yours before.

Do you miss something? Then tell the service desk.

[Log in]({link})`,
  },
  'person-left': {
    subject: '{name} can no longer act for {organisation}',
    body: `Dear colleague

The National Register tells us that {name} can no longer be recognised by their national number. Everything that this person could do for {organisation} has ended.

Check who takes over their work, and whether {organisation} still has enough administrators.`,
  },
  'rights-wait': {
    subject: 'Rights of {name} wait for you at {organisation}',
    body: `Dear colleague

{name} was known to us twice, and both files were put together. With both together, this person would be able to do more at {organisation} than before.

What came from the second file therefore does not hold until you agree. Tell the service desk which rights {name} needs.`,
  },
};
