import { html } from 'hono/html';

/** A map with layers and a pin. */
export const picture = html`<svg class="picture" viewBox="0 0 400 260" aria-hidden="true" focusable="false">
  <rect class="p-sky" width="400" height="260" rx="16"></rect>
  <path class="p-softer" d="M200 196l150 32-150 28L50 228z"></path>
  <path class="p-soft" d="M200 150l150 36-150 34L50 186z"></path>
  <path class="p-sky" d="M200 92l160 42-160 42L40 134z"></path>
  <path class="p-softer" d="M200 92l160 42-160 42L40 134z"></path>
  <path class="p-thin" stroke-width="4" d="M92 120l160 42M144 106l160 42M104 150l160-42M154 163l158-41"></path>
  <path class="p-accent-line" stroke-width="8" stroke-linecap="round" stroke-linejoin="round" d="M70 138c40-16 60 12 98 0s60-30 150-8"></path>
  <path class="p-fill" d="M214 34c-22 0-38 16-38 37 0 27 38 63 38 63s38-36 38-63c0-21-16-37-38-37z"></path>
  <circle class="p-sky" cx="214" cy="72" r="14"></circle>
</svg>`;
