import { type DraftKind, draftKinds } from '../../../../domain/casework/index.ts';
import { type Fragment, html } from '../../../ui/html.ts';
import { banner } from '../../../ui/parts.ts';
import type { OpenedCase } from '../case-context.ts';
import { draftOf } from '../draft.ts';

/** Where each text goes on. A text about a candidate goes on from the comparison. */
const places: Readonly<Record<DraftKind, string>> = {
  link: '/decide',
  'new-number': '/new-number',
  ask: '/ask',
  'hand-over': '/hand-over',
  refuse: '/refuse',
  confirm: '/confirm',
  message: '/messages',
};

/** Offers the texts that this agent saved for later. */
export function draftHint({ frame: { words }, view, path }: OpenedCase): Fragment {
  const kept = draftKinds.filter((kind) => draftOf(view, kind) !== null);
  if (kept.length === 0) return null;
  const links = kept.map(
    (kind) =>
      html`<li><a href="${path}${places[kind]}">${words.say('case.draft.goOn', { what: words.say(`case.draft.${kind}`) })}</a></li>`,
  );
  return banner('info', words.say('case.draft'), html`<ul>${links}</ul>`);
}
