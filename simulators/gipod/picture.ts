import { html } from 'hono/html';

/** A barrier before an open street. */
export const picture = html`<svg class="picture" viewBox="0 0 400 260" aria-hidden="true" focusable="false">
  <rect class="p-sky" width="400" height="260" rx="16"></rect>
  <path class="p-softer" d="M0 200h400v44a16 16 0 0 1-16 16H16a16 16 0 0 1-16-16z"></path>
  <path class="p-soft" d="M40 200V90h50v110zM100 200v-80h44v80zM300 200V70h60v130z"></path>
  <path class="p-sky" d="M52 104h10v14H52zM68 104h10v14H68zM52 130h10v14H52zM68 130h10v14H68zM312 86h12v14h-12zM334 86h12v14h-12zM312 114h12v14h-12zM334 114h12v14h-12z"></path>
  <path class="p-fill" d="M110 150h200v40H110z"></path>
  <path class="p-accent" d="M130 150h30l-20 40h-30v0zM190 150h30l-20 40h-30zM250 150h30l-20 40h-30z"></path>
  <path class="p-line" stroke-width="8" stroke-linecap="round" d="M140 190v34M280 190v34M124 224h32M264 224h32"></path>
  <circle class="p-accent" cx="140" cy="138" r="11"></circle><circle class="p-accent" cx="280" cy="138" r="11"></circle>
  <path class="p-thin" stroke-width="6" stroke-linecap="round" stroke-dasharray="26 20" d="M20 244h360"></path>
</svg>`;
