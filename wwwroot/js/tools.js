// "Listen" by the browser's own speech, and "Share" by the system's own sheet or a copied link.
const button = (text, onClick) => {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', () => onClick(made));
  return made;
};

function readAloud(made) {
  if (speechSynthesis.speaking) {
    speechSynthesis.cancel();
    return;
  }

  const parts = [...document.querySelectorAll('.post-head h1, .post-head .standfirst, .prose > p, .prose > h2, .prose > h3, .prose > blockquote, .signoff > p')];
  const stop = () => { made.textContent = 'Listen'; };
  parts.forEach((part, index) => {
    const spoken = new SpeechSynthesisUtterance(part.textContent);
    spoken.lang = document.documentElement.lang;
    if (index === parts.length - 1) spoken.onend = stop;
    spoken.onerror = stop;
    speechSynthesis.speak(spoken);
  });
  made.textContent = 'Stop';
}

async function share(made) {
  const url = document.querySelector('link[rel="canonical"]')?.href ?? location.href;
  try {
    if (navigator.share) await navigator.share({ title: document.title, url });
    else {
      await navigator.clipboard.writeText(url);
      made.textContent = 'Link copied';
      setTimeout(() => { made.textContent = 'Share'; }, 2000);
    }
  } catch { /* the reader closed the sheet, or the browser keeps its clipboard to itself */ }
}

export default function tools(place) {
  if ('speechSynthesis' in window) {
    addEventListener('pagehide', () => speechSynthesis.cancel());
    place.append(button('Listen', readAloud));
  }

  if (navigator.share || navigator.clipboard) place.append(button('Share', share));
  place.classList.add('ready');
}
