/** Writing out the matching log of one person. */
export const matchingLog = {
  'matchingLog.title': 'Matching log',
  'matchingLog.lede':
    'What was compared when we looked for somebody in the register. It is kept between 6 and 12 months.',
  'matchingLog.withheld':
    'What the register said is in the file only where the details agreed: otherwise it may be about somebody else. Every file is written down in the audit trail.',
  'matchingLog.reference.hint': 'Of the request, for example SLU-2M9D-K7PX',
  'matchingLog.number.hint': 'Instead of the reference. It stands in no address and no log.',
  'matchingLog.reason': 'Why do you need it?',
  'matchingLog.reason.asked-by-person': 'The person asked for it',
  'matchingLog.reason.asked-by-supervisor': 'A supervisory authority asked for it',
  'matchingLog.reason.complaint': 'To handle a complaint',
  'matchingLog.reason.suspicion': 'Somebody may have used details of another person',
  'matchingLog.format': 'File',
  'matchingLog.format.json': 'JSON',
  'matchingLog.format.csv': 'CSV, for a spreadsheet',
  'matchingLog.button': 'Download the log',
  'error.reference.one-of-both': 'Enter the reference or the national number, one of both',
  'error.reference.no-log': 'We cannot find anybody with this reference or number. Check it',
  'error.reason.choose': 'Choose why you need it',
} as const;
