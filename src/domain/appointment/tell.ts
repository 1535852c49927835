import type { CorrelationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import { tellingNeeds as personNeeds, writeToPerson } from '../account-keys/index.ts';
import type { ActingPerson } from '../acting/index.ts';
import {
  type AdministrationsOf,
  type AppointedAs,
  type Appointment,
  administratorsIn,
} from '../administration/index.ts';
import type { AuditEventKind } from '../audit/index.ts';
import type { ChangedValue, Organisation, OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { trace, type tracingNeeds } from '../work-relation/index.ts';
import type { AppointmentContext } from './world.ts';

/** In which somebody is written to where nothing says in which language they read. */
const USUAL: Language = 'nl';

/** An administration as the history keeps it. */
export function valuesOf({
  kind,
  isDeputy,
  mayAppoint,
  scope,
  validity,
  restsOn,
}: Pick<Appointment, 'kind' | 'isDeputy' | 'mayAppoint' | 'scope' | 'validity' | 'restsOn'>): Readonly<
  Record<string, ChangedValue>
> {
  return {
    kind,
    isDeputy,
    mayAppoint,
    units: scope.units === 'all' ? null : scope.units,
    applications: scope.applications === 'all' ? null : scope.applications,
    from: validity.from.toISOString(),
    until: validity.until?.toISOString() ?? null,
    restsOn,
  };
}

/** Keeps what became of administrations of one person in the history and in the trail. */
export function traceAppointments(
  context: AppointmentContext<typeof tracingNeeds>,
  by: ActingPerson,
  {
    appointments,
    kind,
    event,
    as,
  }: {
    readonly appointments: readonly Appointment[];
    readonly kind: 'appointed' | 'ended' | 'moved';
    readonly event: AuditEventKind;
    readonly as: AppointedAs;
  },
): Promise<CorrelationCode> {
  const [first] = appointments;
  if (first === undefined) throw new Error('nothing of nobody is traced');
  const { organisation, person } = first;
  return trace(context, by, {
    organisation,
    person,
    authority: as,
    changes: appointments.map((each) => ({
      subject: { kind: 'administration', id: each.id },
      kind,
      after: valuesOf(each),
    })),
    event: { kind: event, details: { organisation, administration: first.id, as: first.kind } },
  });
}

export const administratorMailNeeds = ['appointments', ...personNeeds] as const;

/** What somebody is told about who administers an organisation. */
export type AdministratorMail = 'administrator-appointed' | 'administrator-ended' | 'administrators-changed';

/** Tells somebody that they became an administrator, or are one no longer. */
export async function tellPerson(
  context: AppointmentContext<typeof administratorMailNeeds>,
  person: PersonId,
  telling: {
    readonly template: AdministratorMail;
    readonly organisation: Organisation;
    readonly by: string;
    readonly reference: CorrelationCode;
  },
): Promise<void> {
  const { template, organisation, by, reference } = telling;
  const names = await context.stores.appointments.namesOf([person]);
  const { origin } = context.world.settings.sender;
  const link =
    template === 'administrator-ended' ? `${origin}/organisation` : linkTo(origin, organisation.id, template);
  const values = { name: names.get(person) ?? '', organisation: organisation.name, by, link, reference };
  await writeToPerson(context, person, { content: { template, values }, language: USUAL });
}

/** Tells everybody who administers an organisation at this moment, but those who know already, that something changed among them. */
export async function tellAdministrators(
  context: AppointmentContext<typeof administratorMailNeeds>,
  kept: AdministrationsOf,
  telling: Omit<Parameters<typeof tellPerson>[2], 'template'> & { readonly except: readonly PersonId[] },
): Promise<void> {
  const { organisation, except } = telling;
  const asked = { organisation: organisation.id, units: kept.units, at: context.now };
  for (const { person, basis } of administratorsIn(kept, asked)) {
    // Who has a part of it need not hear of the whole.
    if (except.includes(person) || basis === 'local-administrator') continue;
    await tellPerson(context, person, { ...telling, template: 'administrators-changed' });
  }
}

function linkTo(origin: string, organisation: OrganisationId, template: AdministratorMail): string {
  const home = `${origin}/organisation/${organisation}`;
  return template === 'administrators-changed' ? `${home}/administrators` : home;
}
