// Progressive enhancement of the answers, which work without it.
//= require parts/common.js

const set = (element, attributes) => Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));

const field = document.getElementById('q');
if (field) answerAsTyped(field);

// Answers while typing: the combobox pattern of WAI-ARIA. The HTML comes from our own server, which sanitises it.
function answerAsTyped(input) {
  const results = document.getElementById('results');
  const note = document.getElementById('note');
  const status = document.querySelector('[role=status]');
  const ask = document.getElementById('ask');
  const list = make('ul', { id: 'choices', hidden: true });
  set(list, { role: 'listbox', 'aria-label': 'Answers' });
  set(input, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': false });
  input.form.after(list);

  let found = [];
  let active = -1;
  let unanswered = '';
  let timer;
  let request;

  function stop() {
    clearTimeout(timer);
    request?.abort();
  }

  function open(is) {
    list.hidden = !is;
    input.setAttribute('aria-expanded', is);
    if (!is) activate(-1);
  }

  function activate(index) {
    active = index;
    [...list.children].forEach((option, at) => option.setAttribute('aria-selected', at === index));
    if (index < 0) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', 'choice-' + index);
    results.replaceChildren(render(found[index], input.value));
  }

  function show({ answered = false, answers = [], nearest = [], note: hint = '' }, question) {
    found = answered ? answers : nearest;
    unanswered = answered ? '' : question;
    list.replaceChildren(...found.map((entry, index) => {
      const option = make('li', { id: 'choice-' + index });
      set(option, { role: 'option', 'aria-selected': false });
      option.append(...marked(entry));
      return option;
    }));
    open(found.length > (answered ? 1 : 0));
    results.replaceChildren(...(answered ? [render(found[0], question)] : []));
    status.textContent = !question ? ''
      : answered ? found.length + (found.length > 1 ? ' answers' : ' answer')
      : found.length ? 'No sure answer. Did you mean one of these?' : 'No answer yet';
    Object.assign(note, { textContent: hint, hidden: !hint });
  }

  const address = question => '/api/faqs/answers?q=' + encodeURIComponent(question);

  input.addEventListener('input', () => {
    stop();
    const question = input.value.trim();
    ask.href = '/contact' + (question && '?message=' + encodeURIComponent(question));
    if (question.length < 2) return show({}, '');
    timer = setTimeout(async () => {
      request = new AbortController();
      const { signal } = request;
      try {
        const response = await fetch(address(question) + '&draft=true', { signal });
        if (!response.ok) return;
        const answer = await response.json();
        if (!signal.aborted) show(answer, question);
      } catch {
        // Aborted or offline. Enter still submits the form.
      }
    }, 200);
  });

  input.addEventListener('keydown', event => {
    // While an input method composes a word, e.g. in Devanagari, the keys belong to it.
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) {
      open(true);
      // The field itself is one more place than the choices.
      const places = found.length + 1;
      activate((active + 1 + step + places) % places - 1);
    } else if (event.key === 'Escape' && !list.hidden) {
      stop();
      open(false);
    } else if (event.key === 'Enter' && active >= 0) {
      read(active);
    } else return;
    event.preventDefault();
  });

  list.addEventListener('click', event => {
    const option = event.target.closest('[role=option]');
    if (option) read([...list.children].indexOf(option));
  });

  function read(index) {
    activate(index);
    open(false);
    results.querySelector('summary').focus();
  }

  // Leaving the field counts an unanswered question, as Enter does.
  input.addEventListener('blur', () => {
    if (unanswered) fetch(address(unanswered), { keepalive: true }).catch(() => {});
    unanswered = '';
  });
}

function marked({ question, marks = [] }) {
  const pieces = [];
  let at = 0;
  for (const { start, end } of marks) {
    pieces.push(question.slice(at, start), make('mark', { textContent: question.slice(start, end) }));
    at = end;
  }
  return [...pieces, question.slice(at)];
}

// Renders an entry as the server does.
function render(entry, question) {
  const { slug, answerHtml } = entry;
  const details = make('details', { open: true, innerHTML: answerHtml });
  const summary = make('summary');
  summary.append(...marked(entry));
  const anchor = make('a', { className: 'anchor', href: '/faqs#' + slug });
  anchor.setAttribute('aria-label', 'Link to: ' + entry.question);
  details.prepend(summary, anchor);
  const own = make('p');
  own.append(make('a', { href: '/faqs/' + slug, textContent: 'This answer on its own page' }));
  details.append(own, vote(slug, question));
  return details;
}

function vote(slug, question) {
  const form = make('form', { className: 'vote', action: `/faqs/${slug}/votes`, method: 'post' });
  form.append(make('input', { type: 'hidden', name: 'q', value: question }), make('p', { textContent: 'Was this helpful?' }));
  for (const [value, label] of [['yes', 'Yes, it was helpful'], ['no', 'No, it was not helpful']]) {
    const button = make('button', { className: 'quiet', name: 'helpful', value, textContent: label.slice(0, value.length) });
    button.setAttribute('aria-label', label);
    form.append(button);
  }
  return form;
}

// The same for the whole tab, so that each answer gets one vote from it.
function token() {
  const random = randomKey();
  try {
    const kept = sessionStorage.getItem('vote');
    if (!kept) sessionStorage.setItem('vote', random);
    return kept ?? random;
  } catch {
    return random;
  }
}

document.addEventListener('submit', async event => {
  const form = event.target;
  if (!form.matches('.vote')) return;
  event.preventDefault();
  const helpful = event.submitter?.value ?? 'yes';
  const question = form.elements.q?.value ?? '';
  const body = new URLSearchParams({ token: token(), q: question, helpful });
  const message = make('p', { tabIndex: -1 });
  try {
    const response = await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
    // The server redirects after it counted the vote; this page stays.
    if (response.type !== 'opaqueredirect') throw new Error();
    message.textContent = helpful === 'yes' ? 'Thank you. Good to know.' : 'Thank you. ';
    if (helpful === 'no') {
      message.append(make('a', { href: '/contact?message=' + encodeURIComponent(question), textContent: 'Tell us what was missing' }));
    }
    form.replaceChildren(message);
  } catch {
    message.textContent = 'That did not go through. Press again.';
    form.querySelector('[tabindex]')?.remove();
    form.append(message);
  }
  message.focus();
});

// An answer in the list gets its vote buttons when it is opened.
document.addEventListener('toggle', event => {
  const { target } = event;
  if (target.open && target.id && !target.querySelector('.vote')) target.append(vote(target.id, ''));
}, true);

document.addEventListener('click', async event => {
  const anchor = event.target.closest?.('.anchor');
  if (!anchor || !navigator.clipboard) return;
  event.preventDefault();
  try {
    await navigator.clipboard.writeText(anchor.href);
    const message = make('span', { className: 'copied' });
    message.setAttribute('role', 'status');
    anchor.after(message);
    // A screen reader announces only changes of a region that exists already.
    setTimeout(() => { message.textContent = 'Link copied'; }, 100);
    setTimeout(() => message.remove(), 4000);
  } catch {
    location.assign(anchor.href);
  }
});

function openNamed() {
  const named = document.getElementById(location.hash.slice(1));
  if (named?.tagName === 'DETAILS') named.open = true;
}

openNamed();
addEventListener('hashchange', openNamed);
