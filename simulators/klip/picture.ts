import { html } from 'hono/html';

/** A street cut open: pavement, soil, and what lies in it. */
export const picture = html`<svg class="picture" viewBox="0 0 400 260" aria-hidden="true" focusable="false">
  <rect class="p-sky" width="400" height="260" rx="16"></rect>
  <path class="p-soft" d="M0 96h400v14H0z"></path>
  <path class="p-softer" d="M0 110h400v134a16 16 0 0 1-16 16H16a16 16 0 0 1-16-16z"></path>
  <path class="p-fill" d="M60 96V52l34-24 34 24v44zM150 96V40h52v56z"></path>
  <path class="p-sky" d="M84 66h20v30H84zM162 52h10v12h-10zM180 52h10v12h-10zM162 72h10v12h-10zM180 72h10v12h-10z"></path>
  <path class="p-line" stroke-width="5" stroke-linecap="round" d="M0 140h190c30 0 30 26 60 26h150"></path>
  <path class="p-accent-line" stroke-width="7" stroke-linecap="round" d="M0 176h120c30 0 30 30 60 30h220"></path>
  <path class="p-thin" stroke-width="12" stroke-linecap="round" d="M0 232h400"></path>
  <path class="p-fill" d="M300 96l14-46h20l14 46z"></path>
  <path class="p-sky" d="M309 66h30l4 12h-38z"></path>
  <path class="p-fill" d="M288 92h72v6h-72z"></path>
</svg>`;
