// Opens a footnote where it is called, so that nobody loses the place; Escape or a second click closes it.
export default function footnote(link) {
  const id = link.hash.slice(1);
  const open = document.getElementById(`${id}-here`);
  if (open) {
    open.remove();
    link.removeAttribute('aria-expanded');
    return;
  }

  const note = document.getElementById(id);
  const block = link.closest('p, li, td, dd, blockquote, figure') ?? link.parentElement;
  if (!note || block.closest('.footnotes')) {
    location.hash = link.hash;
    return;
  }

  const here = document.createElement('aside');
  here.id = `${id}-here`;
  here.className = 'footnote-here';
  here.setAttribute('aria-label', 'Footnote');
  here.tabIndex = -1;
  for (const part of note.childNodes) here.append(part.cloneNode(true));
  here.querySelectorAll('.footnote-back-ref').forEach(back => back.remove());
  here.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    here.remove();
    link.removeAttribute('aria-expanded');
    link.focus();
  });
  if (block.matches('td')) block.append(here);
  else block.after(here);
  link.setAttribute('aria-expanded', 'true');
  here.focus();
}
