import { MINUTE } from '../../../../base/time.ts';
import { type Fragment, html } from '../../../ui/html.ts';
import { banner } from '../../../ui/parts.ts';
import { actionsOf } from '../case-actions.ts';
import type { OpenedCase } from '../case-context.ts';
import { agentName } from './people-words.ts';

/** Says who is working on the case, so that two agents never do the same work; leads to taking over. */
export function lockBanner({ frame, view, member, web, path }: OpenedCase): Fragment {
  const { words } = frame;
  if (!actionsOf(view, member).includes('take-over')) return null;
  const takeOver = html`<p>${words.say('case.readOnly')} <a href="${path}/take-over">${words.say('case.takeOver')}</a></p>`;
  if (view.lock !== null && view.lock.agent !== member.person) {
    const minutes = Math.max(
      0,
      Math.floor((web.world.clock().getTime() - view.lock.seenAt.getTime()) / MINUTE),
    );
    const name = agentName(words, view.names, view.lock.agent);
    return banner('info', words.say('case.lock', { name, minutes }), takeOver);
  }
  const { state } = view.case;
  const name = 'agent' in state ? agentName(words, view.names, state.agent) : words.say('case.someAgent');
  return banner('info', words.say('case.ofAnother', { name }), takeOver);
}
