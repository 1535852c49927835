import { type Html, trusted } from './html.ts';

/** Drawings on a 24 × 24 grid; those of the tiles follow Lucide (ISC licence), the mark is our own. */
const drawings = {
  eid: '<rect x="3" y="5" width="18" height="14" rx="2"/><circle cx="9" cy="11" r="2"/><path d="M6.5 16c.6-1.4 1.5-2 2.5-2s1.9.6 2.5 2M14 10h4M14 14h4"/>',
  itsme: '<rect x="7" y="2.5" width="10" height="19" rx="2.5"/><path d="M11 18h2"/>',
  eidas: '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18"/>',
  csamtotp: '<circle cx="8" cy="15" r="4"/><path d="m11 12 9-9M17 6l3 3"/>',
  csamsms: '<path d="M4 5h16v11H9l-5 4z"/><path d="M8 9h8M8 12h5"/>',
  mygov: '<rect x="7" y="2.5" width="10" height="19" rx="2.5"/><path d="M9.5 10h5M9.5 13h5M11 18h2"/>',
  certificate:
    '<rect x="3" y="4" width="18" height="12" rx="2"/><circle cx="12" cy="10" r="2.5"/><path d="m10 16-1 5 3-2 3 2-1-5"/>',
  passkey:
    '<circle cx="9" cy="8" r="4"/><path d="M2.5 20c.8-3.800 3.300-5.5 6.5-5.5 1 0 2 .2 2.800.6"/><circle cx="17.5" cy="13" r="2.5"/><path d="M17.500 15.500V21l2-1.500"/>',
  appcode:
    '<rect x="6" y="2.500" width="12" height="19" rx="2.500"/><path d="M9 9h1M12 9h1M15 9h.500M9 13h1M12 13h1M15 13h.500"/>',
  emailcode: '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m4 7 8 6 8-6"/>',
  person: '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c1-4 4-6 7.5-6s6.5 2 7.5 6"/>',
  organisation: '<path d="M5 21V5l8-2v18M13 9h6v12M3 21h18M8.5 8h1M8.5 12h1M8.5 16h1M16 13h.5M16 17h.5"/>',
  group:
    '<circle cx="9" cy="9" r="3.5"/><path d="M2.5 20c.6-3.5 3-5.5 6.5-5.5s5.900 2 6.5 5.5M16 5.700a3.5 3.5 0 0 1 0 6.600M18 14.900c2 .8 3.200 2.5 3.600 5.100"/>',
  arrow: '<path d="M5 12h14M13 6l6 6-6 6"/>',
  back: '<path d="M19 12H5M11 6l-6 6 6 6"/>',
  check: '<path d="m5 12.5 4.5 4.5L19 7"/>',
} as const;

export type IconName = keyof typeof drawings;

/** A line drawing in the colour of the text around it; decoration only, so hidden from assistive technology. */
export function icon(name: IconName, size = 24): Html {
  return trusted(
    `<svg class="icon" width="${size}" height="${size}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${drawings[name]}</svg>`,
  );
}

/** Our mark: the two mitre gates of a canal lock, seen from above, over the water they hold. */
export function mark(): Html {
  return trusted(
    '<svg class="mark" width="36" height="36" viewBox="0 0 36 36" aria-hidden="true" focusable="false"><rect class="mark-ground" width="36" height="36" rx="9"/><path class="mark-gate" d="M8.5 16.5 18 9.5l9.5 7"/><path class="mark-gate" d="M8.5 24.5 18 17.5l9.5 7"/><path class="mark-water" d="M9 29.5h18"/></svg>',
  );
}
