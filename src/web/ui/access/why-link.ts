import type { ApplicationId } from '../../../domain/application/index.ts';
import type { WorkRelationId } from '../../../domain/work-relation/index.ts';
import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';

/** The frame of a page of an organisation, as far as its addresses go. */
type Here = Pick<Frame, 'words'> & { readonly here: { readonly at: (path: string) => string } };

/** What the page that tests access is asked about, as far as the address says it. */
type Tested = {
  readonly person?: WorkRelationId;
  readonly application?: ApplicationId;
};

/** The address of the page that tests the access of somebody, at this moment. */
export function accessTestPath({ here }: Pick<Here, 'here'>, { person, application }: Tested): string {
  const asked = new URLSearchParams({ ...(person && { person }), ...(application && { application }) });
  return here.at(asked.size > 0 ? `/access-test?${asked}` : '/access-test');
}

/** "Why?": leads from somebody's access to an application to all that it rests on. `what` is told to who cannot see where it stands. */
export function whyLink(frame: Here, tested: Required<Tested>, what: string): Html {
  return html`<a href="${accessTestPath(frame, tested)}">${frame.words.say('accessTest.why')}<span class="vh"> ${what}</span></a>`;
}
