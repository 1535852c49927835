// What the pages do better with a script; each of them works without. No innerHTML, no eval, nothing is kept.

/** Errors and messages get the focus, so that they are heard first. */
document.querySelector('[data-focus]')?.focus();

/** A page that only carries a form to another place sends it by itself. */
document.querySelector('form[data-submit]')?.requestSubmit();

/** A page that "Back" brings out of the browser's memory knows nothing of the way to a country that was taken since: it is asked for anew. */
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && document.querySelector('main a[href*="/country/"]')) location.reload();
});

/** Typing a number chooses "yes". */
document.getElementById('number')?.addEventListener('input', ({ target }) => {
  const yes = document.getElementById('knows-yes');
  if (yes && target.value !== '') yes.checked = true;
});

/** The same folding as on the server: `base/fold-text.ts`. */
const fold = (text) =>
  text
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

for (const form of document.querySelectorAll('form[data-filter]')) {
  const field = form.querySelector('input[type=search]');
  const status = form.querySelector('[role=status]');
  // A list that the server already narrowed cannot be widened here.
  if (field.value !== '') continue;
  const counts = form.dataset.counts.split('|');
  const items = [...document.querySelectorAll('[data-find]')].map((item) => ({
    item,
    names: item.dataset.find.split('|').map((name) => ` ${fold(name)}`),
  }));
  const groups = [...document.querySelectorAll('[data-group]')];
  form.querySelector('button').hidden = true;
  field.addEventListener('input', () => {
    const asked = ` ${fold(field.value)}`;
    let found = 0;
    for (const { item, names } of items) {
      item.hidden = !names.some((name) => name.includes(asked));
      if (!item.hidden) found += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector('[data-find]:not([hidden])');
    status.classList.toggle('vh', asked === ' ');
    status.textContent = found === 0 ? form.dataset.none.replace('@', field.value) : counts[found];
  });
  form.addEventListener('submit', (event) => {
    const left = items.filter(({ item }) => !item.hidden && item.querySelector('a, button'));
    event.preventDefault();
    if (left.length === 1) left[0].item.querySelector('a, button').focus();
  });
}

for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.done;
  });
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

/** A file takes a while to send: says so, in words. */
for (const form of document.querySelectorAll('form[data-busy]')) {
  form.addEventListener('submit', () => {
    form.querySelector('[role=status]').textContent = form.dataset.busy;
  });
}

const isTyped = (field) => field.matches('textarea, input:not([type=hidden])');
const isChanged = (field) =>
  field.options
    ? ![...field.options].some((each) => each.selected && (each.defaultSelected || each.value === ''))
    : isTyped(field) && (field.value !== field.defaultValue || field.checked !== field.defaultChecked);

/** At the end what was typed goes along, marked as too late, so that it is kept for whoever comes back; nothing is done with it. */
function leaveAt(path) {
  const wasKept = new URLSearchParams(location.search).has('again');
  const form = [...document.querySelectorAll('main form[method=post]:not([enctype])')].find((each) =>
    [...each.elements].some((field) => isChanged(field) || (wasKept && isTyped(field))),
  );
  if (!form || !('keeps' in dialog.dataset)) return location.replace(path);
  const to = new URL(form.action);
  to.searchParams.set('ended', 'yes');
  form.action = to;
  form.submit();
}

const dialog = document.getElementById('timeout');
if (dialog) {
  const WARNING = 300_000;
  let end = Date.now() + Number(dialog.dataset.left);
  const clock = dialog.querySelector('[data-clock]');
  const status = dialog.querySelector('[role=status]');
  const spoken = status.dataset.spoken.split('|');
  let said = -1;
  // Looked at every second, by the clock: a machine that slept notices at once.
  const form = dialog.querySelector('form');
  // Asks for more time without leaving the page, so that what was typed stays.
  form.addEventListener('submit', async (event) => {
    if (event.submitter?.name) return;
    event.preventDefault();
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.action, { method: 'POST', body });
      const left = /data-left="(\d+)"/.exec(await answer.text())?.[1];
      if (!left || Number(left) <= WARNING) throw new Error('no more time');
      end = Date.now() + Number(left);
      dialog.close();
    } catch {
      form.submit();
    }
  });
  const ticking = setInterval(() => {
    const left = end - Date.now();
    if (left <= 0) {
      clearInterval(ticking);
      leaveAt(dialog.dataset.path);
    }
    if (left > WARNING || left <= 0) return;
    if (!dialog.open) dialog.showModal();
    const seconds = Math.ceil(left / 1000);
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    const minutes = Math.ceil(left / 60_000);
    if (minutes !== said) status.textContent = spoken[minutes] ?? '';
    said = minutes;
  }, 1000);
}
