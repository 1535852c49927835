import { lastDayBefore } from '../../../base/calendar.ts';
import { textIn } from '../../../base/language.ts';
import { overlap, type Validity } from '../../../base/time.ts';
import type { Application } from '../../../domain/application/index.ts';
import type { Organisation } from '../../../domain/organisation/index.ts';
import type { PersonId } from '../../../domain/person/index.ts';
import type { AccessPath, Denial, Fact, UserRight } from '../../../domain/rights/index.ts';
import type { Words } from '../words.ts';
import { rightInWords } from './wish-words.ts';

/** What an answer of the engine is about, by the names that its words need. */
export type AccessSubject = {
  /** Who may act, or may not. */
  readonly person: string;
  readonly organisation: Organisation;
  readonly application: Application;
  readonly at: Date;
  /** Who gave rights, or agreed with them. */
  readonly names: ReadonlyMap<PersonId, string>;
};

/** By what somebody may act, as a part of a sentence: "by the right KLIP: KLIP user (Planaanvrager), given by Hanne Head (administrator) on 3 March 2026, until the end of 31 December 2026". */
export function pathInWords(words: Words, subject: AccessSubject, path: AccessPath): string {
  const { organisation } = subject;
  switch (path.by) {
    case 'law': {
      const { validity } = path.representation;
      const since = words.say('why.by.law', { date: words.date(validity.from) });
      return [since, ...untilInWords(words, overlap(validity, organisation.validity))].join(', ');
    }
    case 'work-relation': {
      const { validity } = path.relation;
      const from = words.say('why.by.work', { date: words.date(validity.from) });
      return [from, ...untilInWords(words, overlap(validity, organisation.validity))].join(', ');
    }
    case 'right': {
      const validity = [path.relation.validity, organisation.validity].reduce(overlap, path.right.validity);
      // Only the contexts that count: the application may know fewer than were given.
      const right = rightInWords(
        { right: path.right.right, contexts: path.contexts },
        subject.application,
        words,
      );
      return [
        words.say('why.by.right', { right }),
        ...givenInWords(words, subject, path.right),
        untilInWords(words, validity)[0] ?? words.say('why.endless'),
      ].join(', ');
    }
  }
}

/** What stands in the way, as a sentence. */
export function denialInWords(words: Words, subject: AccessSubject, denial: Denial): string {
  const { application, organisation, person } = namesOf(words, subject);
  switch (denial.kind) {
    case 'not-tied':
      return words.say('why.notTied', { person, organisation });
    case 'not-open':
      return words.say('why.open.no', { application, organisation });
    case 'organisation-ended':
      return words.say('why.organisation.ended', { organisation, date: endIn(words, denial.on) });
    case 'organisation-not-yet':
      return words.say('why.organisation.notYet', { organisation, date: words.date(denial.from) });
    case 'context-missing': {
      const right = rightInWords({ right: denial.right, contexts: [] }, subject.application, words);
      return words.say('why.right.contextMissing', { right, application });
    }
    case 'right-not-yet':
      return words.say('why.right.firstFrom', { date: words.date(denial.from) });
    case 'right-ended':
      return words.say('why.right.lastEnded', { date: endIn(words, denial.on) });
    case 'relation-not-yet':
      return words.say('why.work.notYet', { person, organisation, date: words.date(denial.from) });
    case 'relation-ended':
      return words.say('why.work.ended', { person, organisation, date: endIn(words, denial.on) });
    case 'representation-ended':
      return words.say('why.law.ended', { person, organisation, date: endIn(words, denial.on) });
    case 'no-right':
      return words.say('why.right.noneNow', { person, application });
  }
}

/** One thing that access rests on, as a sentence: what is so, whether it holds or not. */
export function factInWords(words: Words, subject: AccessSubject, fact: Fact): string {
  const { application, organisation, person } = namesOf(words, subject);
  const { at } = subject;
  switch (fact.fact) {
    case 'open':
      return words.say(fact.holds ? 'why.open.yes' : 'why.open.no', { application, organisation });
    case 'organisation': {
      const { kind, date } = standingIn(words, fact.organisation.validity, at);
      if (kind === 'now') return words.say('why.organisation.now', { organisation });
      return words.say(`why.organisation.${kind}`, { organisation, date });
    }
    case 'work-relation': {
      if (fact.relation === null) return words.say('why.work.none', { person, organisation });
      const { kind, date } = standingIn(words, fact.relation.validity, at);
      return words.say(`why.work.${kind}`, { person, organisation, date });
    }
    case 'work-relation-is-enough':
      return words.say(fact.holds ? 'why.workEnough.yes' : 'why.workEnough.no', { application });
    case 'right':
      return rightFact(words, subject, fact);
    case 'law': {
      if (fact.representation === null) return words.say('why.law.none', { person, organisation });
      const { kind, date } = standingIn(words, fact.representation.validity, at);
      if (kind !== 'now') return words.say(`why.law.${kind}`, { person, organisation, date });
      return asSentence(pathInWords(words, subject, { by: 'law', representation: fact.representation }));
    }
    case 'law-is-enough':
      return words.say(fact.holds ? 'why.lawEnough.yes' : 'why.lawEnough.no', { application });
  }
}

function rightFact(
  words: Words,
  subject: AccessSubject,
  fact: Extract<Fact, { readonly fact: 'right' }>,
): string {
  const { application, organisation, person } = namesOf(words, subject);
  if (fact.right === null) return words.say('why.right.none', { person, application, organisation });
  const { standing } = fact;
  const right = rightInWords(fact.right, subject.application, words);
  switch (standing.kind) {
    case 'granted':
      return asSentence(pathInWords(words, subject, { by: 'right', right: fact.right, ...standing }));
    case 'ended':
      return words.say('why.right.ended', { right, date: endIn(words, standing.on) });
    case 'not-yet':
      return words.say('why.right.notYet', { right, date: words.date(standing.from) });
    case 'context-missing':
      return words.say('why.right.contextMissing', { right, application });
    case 'not-defined':
      return words.say('why.right.notDefined', { right, application });
    case 'without-relation':
      return words.say('why.right.withoutRelation', { right });
  }
}

/** Who gave a right and on what authority, and who agreed. Of what stood there before this was kept, the first day is told. */
function givenInWords(
  words: Words,
  { names }: AccessSubject,
  { given, validity }: UserRight,
): readonly string[] {
  const date = words.date(given.at ?? validity.from);
  const as = words.say(`why.as.${given.as}`);
  const name = given.by && names.get(given.by);
  const agreed = given.confirmedBy && names.get(given.confirmedBy);
  return [
    name ? words.say('why.given', { name, as, date }) : words.say('why.registered', { as, date }),
    ...(agreed ? [words.say('why.agreed', { name: agreed })] : []),
  ];
}

function untilInWords(words: Words, { until }: Validity): readonly string[] {
  return until === null ? [] : [words.say('why.until', { date: endIn(words, until) })];
}

/** The last day of what ends at a moment. */
function endIn(words: Words, until: Date): string {
  return words.date(lastDayBefore(until));
}

type Standing = { readonly kind: 'now' | 'ended' | 'notYet'; readonly date: string };

/** How a period stands at a moment: since when, until when, or from when. */
function standingIn(words: Words, { from, until }: Validity, at: Date): Standing {
  if (until !== null && until <= at) return { kind: 'ended', date: endIn(words, until) };
  return { kind: from > at ? 'notYet' : 'now', date: words.date(from) };
}

function namesOf(words: Words, { application, organisation, person }: AccessSubject) {
  return { application: textIn(application.name, words.language), organisation: organisation.name, person };
}

function asSentence(part: string): string {
  return `${part.charAt(0).toUpperCase()}${part.slice(1)}.`;
}
