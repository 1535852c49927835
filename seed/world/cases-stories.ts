/** Who acts: applicants at any hour, the others in office hours. */
export type ActName =
  | 'begin'
  | 'send'
  | 'withdraw'
  | 'answer'
  | 'replyToMessage'
  | 'take'
  | 'look'
  | 'note'
  | 'ask'
  | 'write'
  | 'link'
  | 'reveal'
  | 'propose'
  | 'sendBack'
  | 'confirm'
  | 'searchByHand'
  | 'refuse'
  | 'reopen'
  | 'takeOver'
  | 'handOver'
  | 'recordNumber'
  | 'openAtCounter'
  | 'proposeRemoval';

export const actsOfApplicants: readonly ActName[] = ['begin', 'send', 'withdraw', 'answer', 'replyToMessage'];

/** What happens to a case, each with the days after what came before. */
export type Story = readonly (readonly [days: number, act: ActName])[];

/** Every course that a case takes in the demo. Questions without an answer end by themselves, as they do for real. */
export const stories = {
  'new-number': [
    [0, 'send'],
    [1.3, 'take'],
    [0.02, 'look'],
    [0.2, 'propose'],
    [0.7, 'confirm'],
  ],
  'new-number-after-question': [
    [0, 'send'],
    [1.1, 'take'],
    [0.02, 'look'],
    [0.05, 'ask'],
    [3, 'answer'],
    [0.9, 'look'],
    [0.1, 'propose'],
    [0.6, 'confirm'],
  ],
  'sent-back': [
    [0, 'send'],
    [1, 'take'],
    [0.1, 'propose'],
    [0.5, 'sendBack'],
    [0.6, 'searchByHand'],
    [0.1, 'propose'],
    [0.8, 'confirm'],
  ],
  talked: [
    [0, 'send'],
    [1.2, 'take'],
    [0.1, 'write'],
    [0.8, 'replyToMessage'],
    [0.7, 'note'],
    [0.1, 'propose'],
    [0.5, 'confirm'],
  ],
  linked: [
    [0, 'send'],
    [1, 'take'],
    [0.02, 'look'],
    [0.1, 'link'],
  ],
  'linked-after-question': [
    [0, 'send'],
    [1.2, 'take'],
    [0.02, 'look'],
    [0.1, 'ask'],
    [2.4, 'answer'],
    [1, 'reveal'],
    [0.05, 'link'],
  ],
  'linked-in-doubt': [
    [0, 'send'],
    [1, 'take'],
    [0.02, 'look'],
    [0.1, 'link'],
    [9, 'proposeRemoval'],
  ],
  expired: [
    [0, 'send'],
    [1.2, 'take'],
    [0.1, 'ask'],
  ],
  'expired-reopened': [
    [0, 'send'],
    [1.2, 'take'],
    [0.1, 'ask'],
    [17, 'reopen'],
    [1, 'take'],
    [0.3, 'propose'],
    [0.6, 'confirm'],
  ],
  refused: [
    [0, 'send'],
    [1.4, 'take'],
    [0.02, 'look'],
    [0.1, 'note'],
    [0.4, 'refuse'],
  ],
  'refused-reopened': [
    [0, 'send'],
    [1.4, 'take'],
    [0.02, 'look'],
    [0.4, 'refuse'],
    [9, 'reopen'],
    [1, 'take'],
    [0.1, 'ask'],
    [2, 'answer'],
    [1, 'propose'],
    [0.6, 'confirm'],
  ],
  withdrawn: [
    [0, 'send'],
    [0.9, 'withdraw'],
  ],
  'handed-over': [
    [0, 'send'],
    [1.3, 'take'],
    [0.1, 'look'],
    [0.3, 'handOver'],
  ],
  'handed-over-in-vain': [
    [0, 'send'],
    [1.3, 'take'],
    [0.1, 'look'],
    [0.3, 'handOver'],
    [9, 'withdraw'],
  ],
  'settled-at-office': [
    [0, 'send'],
    [1.3, 'take'],
    [0.3, 'handOver'],
    [4, 'recordNumber'],
  ],
  'at-counter': [
    [0, 'openAtCounter'],
    [1, 'take'],
    [0.1, 'look'],
    [0.1, 'propose'],
    [0.6, 'confirm'],
  ],
  'at-counter-on-the-spot': [[0, 'openAtCounter']],
  lingers: [
    [0, 'send'],
    [1, 'take'],
    [0.1, 'note'],
  ],
  'taken-over': [
    [0, 'send'],
    [1, 'take'],
    [6, 'takeOver'],
  ],
  'waits-for-an-agent': [[0, 'send']],
  'waits-for-a-second-agent': [
    [0, 'send'],
    [0.9, 'take'],
    [0.02, 'look'],
    [0.1, 'propose'],
  ],
  'was-answered': [
    [0, 'send'],
    [0.8, 'take'],
    [0.1, 'ask'],
    [1.5, 'answer'],
  ],
  'just-reopened': [
    [0, 'send'],
    [1, 'take'],
    [0.4, 'refuse'],
    [4, 'reopen'],
  ],
  draft: [[0, 'begin']],
} as const satisfies Readonly<Record<string, Story>>;

export type StoryName = keyof typeof stories;

/** Out of which the ordinary cases are drawn: as often as each stands here. */
export const deck: readonly StoryName[] = (
  [
    ['new-number', 9],
    ['new-number-after-question', 6],
    ['linked', 4],
    ['linked-after-question', 2],
    ['sent-back', 1],
    ['talked', 2],
    ['expired', 3],
    ['expired-reopened', 1],
    ['refused', 2],
    ['refused-reopened', 1],
    ['withdrawn', 2],
    ['handed-over-in-vain', 1],
    ['draft', 1],
    ['at-counter', 2],
  ] as const
).flatMap(([story, times]) => Array.from({ length: times }, () => story));
