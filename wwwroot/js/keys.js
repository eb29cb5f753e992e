// Keys for those who like them: j and k walk through the headlines, / searches, h goes home, w to the wire, ? tells.
const help = [['j', 'next headline'], ['k', 'the one before'], ['/', 'search'], ['h', 'front page'], ['w', 'the wire'], ['?', 'these keys'], ['Esc', 'close']];

function step(by) {
  const links = [...document.querySelectorAll('main :is(.headline, .original-title) a, main .prose :is(h2, h3)')].filter(link => link.getClientRects().length > 0);
  const at = links.indexOf(document.activeElement);
  const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1)];
  if (!next) return;
  if (!next.matches('a')) next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'center' });
}

function tell() {
  let dialog = document.getElementById('keys');
  if (!dialog) {
    dialog = document.createElement('dialog');
    dialog.id = 'keys';
    dialog.setAttribute('aria-label', 'Keys');
    const list = document.createElement('dl');
    for (const [key, what] of help) {
      const term = document.createElement('dt');
      const sign = document.createElement('kbd');
      sign.textContent = key;
      term.append(sign);
      const text = document.createElement('dd');
      text.textContent = what;
      list.append(term, text);
    }
    dialog.append(list);
    dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog);
  }
  if (dialog.open) dialog.close();
  else dialog.showModal();
}

const acts = {
  j: () => step(1),
  k: () => step(-1),
  // The page that comes then puts the reader into the field, by the fragment: a field that took the focus by itself would take it from everybody else.
  '/': () => { const field = document.querySelector('input[type="search"]'); if (field) { field.focus(); field.select(); } else location.href = '/search#q'; },
  h: () => { location.href = '/'; },
  w: () => { location.href = '/wire'; },
  '?': tell,
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.closest?.('input, textarea, select, [contenteditable]')) return;
  const act = acts[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

export default function keys(first) {
  addEventListener('keydown', onKey);
  onKey(first);
}
