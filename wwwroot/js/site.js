// Read before the page is painted, so that nobody who chose the dark is blinded first. The niceties wait until they are wanted.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const remembered = () => { try { return localStorage.getItem('theme'); } catch { return null; } };
  const remember = theme => { try { localStorage.setItem('theme', theme); } catch { /* it lasts for this page, then */ } };
  const now = () => root.dataset.theme ?? (dark.matches ? 'dark' : 'light');
  const chosen = remembered();
  if (chosen === 'light' || chosen === 'dark') root.dataset.theme = chosen;

  const showTheme = buttons => buttons.querySelectorAll('button').forEach(button => button.setAttribute('aria-pressed', button.value === now()));
  // All scripts change their addresses together, so that browsers may keep them for ever.
  const version = new URL(document.currentScript.src).search;
  const load = name => import(`/js/${name}.js${version}`);

  document.addEventListener('DOMContentLoaded', () => {
    const buttons = document.querySelector('[data-theme-switch]');
    if (buttons) {
      buttons.classList.add('ready');
      showTheme(buttons);
      dark.addEventListener('change', () => showTheme(buttons));
      buttons.addEventListener('click', event => {
        if (!event.target.value) return;
        root.dataset.theme = event.target.value;
        remember(event.target.value);
        showTheme(buttons);
      });
    }
  });

  // What nobody misses in the first moment waits for the first paint: to measure is to lay the page out at once.
  const whenPainted = act => addEventListener('load', () => requestAnimationFrame(() => setTimeout(act)));

  whenPainted(() => {
    // What has to be scrolled sideways must be reached by key, too; not every browser sees to it.
    for (const wide of document.querySelectorAll('.prose :is(table, pre)')) {
      if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
    }

    const tools = document.querySelector('[data-tools]');
    if (tools) load('tools').then(module => module.default(tools));
  });

  document.addEventListener('click', event => {
    const note = event.target.closest?.('a.footnote-ref');
    if (!note || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    load('footnotes').then(module => module.default(note));
  });

  const firstKey = event => {
    removeEventListener('keydown', firstKey);
    load('keys').then(module => module.default(event));
  };
  addEventListener('keydown', firstKey);
})();
