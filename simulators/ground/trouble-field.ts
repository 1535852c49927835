import { html } from 'hono/html';
import type { Html } from './frame.ts';

/** Something that can be asked to go wrong: the value of its button, and what people read. */
type Trouble = { readonly kind: string; readonly name: string; readonly says: string };

const nothing: Trouble = { kind: 'none', name: 'Nothing', says: 'The answer is as it should be.' };

/** Lets whoever tries the demo choose in a form what goes wrong with an answer; `chosen` is pressed, and open to see where it is something. */
export function troubleField(troubles: readonly Trouble[], chosen = nothing.kind): Html {
  const choice = ({ kind, name, says }: Trouble) =>
    html`<label><input type="radio" name="trouble" value="${kind}" ${kind === chosen ? 'checked' : ''}><span><strong>${name}</strong><br><span class="hint">${says}</span></span></label>`;
  return html`<details ${chosen === nothing.kind ? '' : 'open'}><summary>Make something go wrong</summary>
        <fieldset class="card"><legend class="vh">What goes wrong</legend><div class="checks">
          ${[nothing, ...troubles].map(choice)}
        </div></fieldset></details>`;
}
