// Runs in the page under test. What axe does not look at: width (also with wide text spacing, WCAG 1.4.12), one h1, size of
// what one presses (44 pixels; on the denser pages for staff 24, WCAG 2.5.8), language of the page.
globalThis.layoutFaults = (language, least = 44) => {
  const faults = [];
  const scrolls = () => document.documentElement.scrollWidth > window.innerWidth;
  if (scrolls()) faults.push('scrolls sideways');
  const spacing = new CSSStyleSheet();
  spacing.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }',
  );
  document.adoptedStyleSheets = [spacing];
  if (scrolls()) faults.push('scrolls sideways with wide text spacing');
  document.adoptedStyleSheets = [];
  if (document.querySelectorAll('h1').length !== 1) faults.push('not exactly one h1');
  if (document.documentElement.lang !== language) faults.push(`is in ${document.documentElement.lang}`);
  const controls =
    'button, summary, input:not([type=hidden], [type=radio], [type=checkbox]), nav a, footer a';
  for (const control of document.querySelectorAll(controls)) {
    const { height } = control.getBoundingClientRect();
    if (height > 0 && height < least)
      faults.push(`${control.outerHTML.slice(0, 80)} is only ${height} px high`);
  }
  return faults;
};
