import type { Language } from '../../src/base/language.ts';
import type { DemoOrganisationKey } from './organisations.ts';

/** Somebody who asked for a right; with a question, whoever decides asked something back. */
export type DemoRequest = {
  readonly person: string;
  readonly organisation: DemoOrganisationKey;
  readonly application: 'KLIP' | 'GIPOD' | 'GEOPUNT';
  readonly right: string;
  readonly contexts: readonly string[];
  readonly reason: string;
  readonly language: Language;
  readonly daysAgo: number;
  readonly question: { readonly by: string; readonly text: string; readonly daysAgo: number } | null;
};

/** Requests that wait for whoever tries the demo, in the words that people of these organisations would use. */
export const demoRequests: readonly DemoRequest[] = [
  {
    ...{ person: 'els-de-smet', organisation: 'contractor', application: 'KLIP', right: 'KLIPgebruiker' },
    ...{ contexts: ['Planaanvrager'], language: 'nl', daysAgo: 2.2 },
    reason: 'Ik neem de planaanvragen van Niamh over wanneer zij met verlof is.',
    question: {
      ...{ by: 'pieter-janssens', daysAgo: 1.1 },
      text: 'Tot wanneer is dat nodig, en voor welke werven?',
    },
  },
  {
    ...{ person: 'bjorn-hansen', organisation: 'contractor', application: 'KLIP', right: 'KLIPgebruiker' },
    ...{ contexts: ['Planaanvrager'], language: 'en', daysAgo: 1.2 },
    reason: 'I prepare the works along the canal and need the plans of the cables there.',
    question: null,
  },
  {
    ...{ person: 'geert-bogaert', organisation: 'town', application: 'GEOPUNT', right: 'GeopuntRedacteur' },
    ...{ contexts: [], language: 'nl', daysAgo: 0.9 },
    reason: 'Ik houd voortaan de kaart met de loketten van de stad bij.',
    question: null,
  },
];

/** Work invitations that wait: one in a mail box, one under the number of somebody who has only to log in. */
export const demoWorkInvitations = {
  by: 'pieter-janssens',
  organisation: 'contractor',
  mailed: {
    givenNames: 'Mila',
    familyName: 'Wouters',
    email: 'mila.wouters@contractor.example.eu',
    daysAgo: 1,
  },
  numbered: {
    person: 'lien-maes',
    givenNames: 'Lien',
    familyName: 'Maes',
    email: 'lien-maes@contractor.example.eu',
    daysAgo: 0.8,
  },
} as const satisfies { readonly organisation: DemoOrganisationKey } & Readonly<Record<string, unknown>>;
