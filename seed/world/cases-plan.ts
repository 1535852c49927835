import { addDays, at, dayOf } from '../../src/base/calendar.ts';
import { later, MINUTE } from '../../src/base/time.ts';
import { isWorkingDay } from '../../src/base/working-days.ts';
import { numberFor } from '../naming.ts';
import {
  counterApplicant,
  type DemoApplicant,
  inventedApplicant,
  type KnownKind,
  knownApplicant,
  personaApplicant,
} from './cases-applicants.ts';
import { deck, type StoryName } from './cases-stories.ts';

/** A case of the demo: who, when it begins, and what course it takes. */
export type PlannedCase = {
  readonly name: string;
  readonly applicant: DemoApplicant;
  readonly beginsAt: Date;
  readonly story: StoryName;
  /** Days that the agents let it wait besides: they were ill that week. */
  readonly backlog: number;
  /** Days until an answer is due. */
  readonly dueDays: number;
  /** Whether all of its story is over by now, whatever day of the week it is. */
  readonly isOver: boolean;
};

/** In these days before now, three times as many people asked, and two agents were ill. */
const BAD_WEEK = { from: 41, until: 35 };

/** Requests that somebody plays on with, and those that show what would be rare otherwise. Days before now. */
const written: readonly (readonly [
  days: number,
  story: StoryName,
  applicant: readonly [country: string, id: string] | KnownKind | 'invented',
])[] = [
  [8, 'expired', ['IT', 'luca-ferrari']],
  [5, 'lingers', ['ES', 'javier-ruiz-molina']],
  [24, 'refused', ['AT', 'thomas-huber']],
  [60, 'at-counter-on-the-spot', 'exactly'],
  [12, 'at-counter-on-the-spot', 'exactly'],
  [28, 'linked-in-doubt', 'known'],
  [16, 'linked-in-doubt', 'known'],
  [55, 'settled-at-office', 'exactly'],
  [15, 'refused-reopened', 'invented'],
  [21, 'expired-reopened', 'invented'],
  [10, 'taken-over', 'invented'],
  [11, 'lingers', 'invented'],
  [9, 'lingers', 'perhaps'],
  [6, 'handed-over', 'invented'],
  [5, 'at-counter', 'invented'],
  [2, 'sent-back', 'invented'],
  [16, 'expired', 'invented'],
  [8, 'waits-for-an-agent', 'perhaps'],
  [6, 'waits-for-an-agent', 'perhaps'],
  [4, 'waits-for-an-agent', 'perhaps'],
  [3, 'waits-for-an-agent', 'known'],
  [2, 'waits-for-an-agent', 'perhaps'],
  [2, 'waits-for-an-agent', 'invented'],
  [1, 'waits-for-an-agent', 'known'],
  [1, 'waits-for-an-agent', 'perhaps'],
  [1, 'waits-for-an-agent', 'invented'],
  [0, 'waits-for-an-agent', 'perhaps'],
  [4, 'waits-for-a-second-agent', 'invented'],
  [3, 'waits-for-a-second-agent', 'invented'],
  [5, 'was-answered', 'perhaps'],
  [6, 'was-answered', 'known'],
  [12, 'just-reopened', 'perhaps'],
  [4, 'draft', 'invented'],
];

/** All cases of ninety days, up to `now`: more on working days, fewer at weekends, and one bad week. */
export function planCases(now: Date, days: number): readonly PlannedCase[] {
  const next = drawApplicants();
  const planned: PlannedCase[] = written.map(([ago, story, who], index) => {
    const name = `written case ${index}`;
    const applicant = typeof who === 'string' ? next(story, who) : personaApplicant(...who);
    return plan({ name, ago, story, applicant, beginsAt: hourOf(now, ago, name), isOver: true });
  });
  for (let ago = days; ago >= 0; ago -= 1) {
    const count = casesOfDay(now, ago);
    for (let place = 0; place < count; place += 1) {
      const name = `case ${ago}/${place}`;
      const drawn = deck[numberFor(`story ${name}`, deck.length)] ?? 'new-number';
      const { story, applicant } = whoFor(drawn, next);
      planned.push(plan({ name, ago, story, applicant, beginsAt: hourOf(now, ago, name), isOver: false }));
    }
  }
  return planned.filter(({ beginsAt }) => beginsAt < later(now, -20 * MINUTE));
}

function plan(one: Omit<PlannedCase, 'backlog' | 'dueDays'> & { readonly ago: number }): PlannedCase {
  const isIll = one.ago <= BAD_WEEK.from + 2 && one.ago >= BAD_WEEK.until;
  const { ago: _, ...rest } = one;
  return { ...rest, backlog: isIll ? 5 : 0, dueDays: daysToAnswer(one) };
}

/** What is reopened had ended before; and whoever travels a week ahead finds the reminder of a persona, and not yet the end. */
function daysToAnswer({ name, story, applicant }: Pick<PlannedCase, 'name' | 'story' | 'applicant'>): number {
  if (story === 'expired-reopened') return 10;
  return applicant.identifier.startsWith('SIM-') ? 14 : 10 + numberFor(`due ${name}`, 5);
}

function casesOfDay(now: Date, ago: number): number {
  // Most of the last days are written above.
  if (ago <= 8) return numberFor(`late cases ${ago}`, 2);
  const isDayOff = !isWorkingDay(addDays(dayOf(now), -ago));
  const usual = isDayOff ? numberFor(`weekend cases ${ago}`, 2) : 1 + numberFor(`cases ${ago}`, 2);
  return ago <= BAD_WEEK.from && ago >= BAD_WEEK.until ? usual * 3 : usual;
}

/** Some time of that day in which people in Europe are awake. */
function hourOf(now: Date, ago: number, name: string): Date {
  return later(at(addDays(dayOf(now), -ago), '07:00'), numberFor(`begins ${name}`, 14 * 60) * MINUTE);
}

type Draw = (story: StoryName, kind: KnownKind | 'invented') => DemoApplicant;

/** Hands out applicants, each once; when the register knows no more, those who come are new to it. */
function drawApplicants(): Draw {
  const counts = { known: 0, exactly: 0, perhaps: 0, invented: 0 };
  return (story, kind) => {
    const known = kind === 'invented' ? null : knownApplicant(counts[kind], kind);
    const drawn = known === null ? 'invented' : kind;
    const place = counts[drawn];
    counts[drawn] += 1;
    return known ?? (story === 'at-counter' ? counterApplicant(place) : inventedApplicant(place));
  };
}

/** Only somebody whom the register knows can be linked. */
function whoFor(
  story: StoryName,
  next: Draw,
): { readonly story: StoryName; readonly applicant: DemoApplicant } {
  if (!story.startsWith('linked')) return { story, applicant: next(story, 'invented') };
  const known = next(story, 'known');
  return known.number === null ? { story: 'new-number', applicant: known } : { story, applicant: known };
}
