// Progressive enhancement of pages that work without it.
//= require parts/common.js
//= require parts/attribution.js

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

function prepare(form) {
  const fields = form.elements;
  if (fields.page && !fields.page.value) fields.page.value = location.pathname;
  form.addEventListener('submit', event => {
    event.preventDefault();
    send(form);
  });
}

async function send(form) {
  if (form.ariaBusy === 'true') return;
  const key = form.elements.submissionKey;
  key.value ||= randomKey();
  const filled = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
  const body = { ...('page' in filled && visit), ...filled };
  body.consent = form.elements.consent.checked;
  busy(form, true);
  try {
    const response = await fetch(form.dataset.api, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout?.(25000),
    });
    if (response.ok) {
      const { status, didYouMean } = await response.json();
      // The next press on this page is a new submission.
      key.value = '';
      const query = new URLSearchParams();
      if (status === 'queued') query.set('status', status);
      if (didYouMean) query.set('meant', didYouMean.email.split('@').pop());
      location.assign(form.dataset.done + (String(query) && '?' + query));
      return;
    }
    const { violations = [] } = response.status === 422 ? await response.json() : {};
    const passing = response.status === 429 || response.status >= 500;
    show(form, violations, violations.length ? '' : passing ? unsent : refusal);
  } catch {
    show(form, [], unsent);
  }
  busy(form, false);
}

const refusal = 'We cannot take this as it is. What you typed is still here; change it, or leave something out.';
const unsent = 'It did not go through. What you typed is still here. Please press the button again: it cannot arrive twice.';

function busy(form, is) {
  form.ariaBusy = String(is);
  form.querySelector('button').disabled = is;
}

// Shows mistakes as the server renders them.
function show(form, violations, notice) {
  all('.error', form).forEach(error => Object.assign(error, { textContent: '', hidden: true }));
  all('[aria-invalid]', form).forEach(field => field.removeAttribute('aria-invalid'));
  const summary = form.querySelector('.problem');
  const list = summary.querySelector('ul');
  list.replaceChildren();
  for (const { field, message } of violations) {
    const item = make('li');
    const error = document.getElementById(field + '-error');
    if (error) {
      item.append(make('a', { href: '#' + field, textContent: message }));
      Object.assign(error, { textContent: message, hidden: false });
      document.getElementById(field).setAttribute('aria-invalid', 'true');
    } else {
      item.textContent = message;
    }
    list.append(item);
  }
  Object.assign(summary.querySelector('p'), { textContent: notice, hidden: !notice });
  summary.hidden = false;
  summary.focus();
}

// A link to a field moves the focus into it.
document.addEventListener('click', event => {
  const target = event.target.closest?.('.problem a');
  const field = target && document.getElementById(target.hash.slice(1));
  if (field) {
    event.preventDefault();
    field.focus();
  }
});

// A video loads nothing from its host before the visitor presses play.
function playInPlace(link) {
  const { className, dataset } = link;
  const button = make('button', { type: 'button', className });
  button.append(...link.childNodes);
  button.addEventListener('click', () => {
    const allow = 'autoplay; encrypted-media; picture-in-picture';
    const frame = make('iframe', { className, title: dataset.title, allow, allowFullscreen: true, src: dataset.embed });
    button.replaceWith(frame);
    frame.focus();
  });
  link.replaceWith(button);
}

const visit = arrival();
all('form[data-api]').forEach(prepare);
all('a[data-embed]').forEach(playInPlace);
// After the browser's back button, the form can be sent again.
addEventListener('pageshow', () => all('form[data-api]').forEach(form => busy(form, false)));
