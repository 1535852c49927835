/** Where one member of staff is not enough, and the counter that proposes. */
export const secondHand = {
  'case.second.needed': 'A second agent has to agree',
  'case.second.needed.text': 'You cannot link this eID to this person alone, because:',
  'case.second.why': 'Why a second agent is needed',
  'case.second.data-differ':
    'The names or the date of birth that the eID or the document shows are not the same in the register.',
  'case.second.linked-already': 'Another eID leads to this person already.',
  'case.second.staff': 'This person works with Sluis or manages who works for an organisation.',
  'case.second.own-evidence': 'You opened this case at the counter yourself.',
  'case.second.waits': 'Your proposal waits for a second agent. Nothing is linked until that agent agrees.',
  'case.second.sees': 'The second agent sees the request, the register and your reason.',
  'case.second.told': '{name} is told by email at every address that we know, so that a mistake is found.',
  'case.second.do': 'Propose this link',
  'case.second.comment.hint':
    'Between 10 and 500 characters. The second agent reads it. The applicant does not see it.',
  'case.second.evidence': 'What the applicant sent',
  'case.second.evidence.none': 'The applicant sent no documents.',
  'case.second.others': 'Other candidates of the register',
  'case.second.proposed': 'The person who is proposed',
  'case.second.gone': 'The register does not hold this person any more. Send the case back.',
  'case.event.told.none': 'the person could not be told: no email address is known',
  'case.event.told':
    'the person was told at {count, plural, one {one email address} other {# email addresses}}',
  'case.handOver.none':
    'There is no registration office yet. An office is an organisation in which somebody has the right “Registration officer”. Ask whoever gives rights to staff. Until then you can ask the applicant or decide yourself.',
  'counter.case.second':
    'You recorded a number. An agent checks it and agrees, or sends the case back to you. You do not have to do anything now.',
  'counter.case.because': 'How did you make sure who this is?',
  'counter.case.because.hint': 'Between 10 and 500 characters. An agent reads it.',
  'counter.proposed': 'The number is recorded. An agent still has to agree.',
} as const;
