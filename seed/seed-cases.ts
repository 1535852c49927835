import { addDays, at, dayOf } from '../src/base/calendar.ts';
import { type CalendarDate, DAY, later, MINUTE } from '../src/base/time.ts';
import { addWorkingDays, isWorkingDay } from '../src/base/working-days.ts';
import { runCaseDuties } from '../src/domain/casework/index.ts';
import { caseActs, type DemoCase } from './case-acts.ts';
import type { CaseFrame } from './case-frame.ts';
import type { Happening } from './happening.ts';
import { numberFor } from './naming.ts';
import { type PlannedCase, planCases } from './world/cases-plan.ts';
import { type ActName, actsOfApplicants, type Story, stories } from './world/cases-stories.ts';

/** Offices work from eight to five. */
const OPENS = '08:00';
const CLOSES = '17:00';

const reasons = ['has-none', 'has-none', 'not-sure', 'has-one-but-unknown'] as const;
const refusals = ['not-identified', 'not-identified', 'false-data', 'duplicate'] as const;

/** What happened to all cases of so many days, and what time did to them every night. Nothing of it is after `now`. */
export function casesOf(frame: CaseFrame, now: Date, days: number): readonly Happening[] {
  const planned = planCases(now, days).flatMap((one) => happeningsOf(frame, one, now));
  const nights = Array.from({ length: days }, (_, index) => ({
    at: at(addDays(dayOf(now), index + 1 - days), '00:30'),
    act: async () => {
      await runCaseDuties(frame.world);
    },
  }));
  return [...planned, ...nights].filter((each) => each.at < later(now, -MINUTE));
}

function happeningsOf(frame: CaseFrame, planned: PlannedCase, now: Date): readonly Happening[] {
  const one = demoCase(frame, planned);
  return whenActsHappen(planned, now).map(({ at, act }) => ({ at, act: () => caseActs[act](frame, one) }));
}

/** Each act of a case that happened before `now`, with its moment. Without the agents' weekends some would not be there on a Monday. */
export function whenActsHappen(planned: PlannedCase, now: Date): readonly TimedAct[] {
  let acts = actsFrom(planned, planned.beginsAt);
  for (let days = 1; planned.isOver && (acts.at(-1)?.at ?? now) >= later(now, -MINUTE); days += 1)
    acts = actsFrom(planned, later(planned.beginsAt, -days * DAY));
  return acts.filter(({ at }) => at < now);
}

type TimedAct = { readonly at: Date; readonly act: ActName };

function actsFrom(planned: PlannedCase, beginsAt: Date): readonly TimedAct[] {
  const story: Story = stories[planned.story];
  let last = beginsAt;
  return story.map(([days, act], index) => {
    const pace = (70 + numberFor(`pace ${planned.name} ${index}`, 90)) / 100;
    const wait = days * pace + (act === 'take' ? planned.backlog : 0);
    last = hourFor(act, later(last, Math.round(wait * DAY)), `${planned.name} ${index}`);
    return { at: last, act };
  });
}

/** Applicants act when they like; everybody else within office hours, on working days. */
function hourFor(act: ActName, wished: Date, name: string): Date {
  if (actsOfApplicants.includes(act)) return wished;
  const minutes = numberFor(`minute ${name}`, 50) * MINUTE;
  const opening = (day: CalendarDate) => later(at(day, OPENS), minutes);
  const day = dayOf(wished);
  if (!isWorkingDay(day) || wished >= at(day, CLOSES)) return opening(addWorkingDays(day, 1));
  return wished < at(day, OPENS) ? opening(day) : wished;
}

function demoCase(frame: CaseFrame, { name, applicant, dueDays }: PlannedCase): DemoCase {
  const chosen = numberFor(`agent ${name}`, 3);
  const other = (chosen + 1 + numberFor(`second ${name}`, 2)) % 3;
  return {
    ...{ name, applicant, dueDays, id: null },
    reason: elementOf(reasons, `reason ${name}`),
    refusal: elementOf(refusals, `refusal ${name}`),
    agent: placeOf(frame.agents, chosen),
    second: placeOf(frame.agents, other),
    officer: elementOf(frame.officers, `officer ${name}`),
  };
}

function elementOf<Element>(list: readonly Element[], name: string): Element {
  return placeOf(list, numberFor(name, list.length));
}

function placeOf<Element>(list: readonly Element[], place: number): Element {
  const element = list[place];
  if (element === undefined) throw new Error('a list of the demo world is shorter than that');
  return element;
}
