// Makes the forms of any site post to our POST /f/{form}: see docs/embedding.md. Uses the JavaScript
// of 2015 only. In an older browser, or after an error, the browser posts the form itself.
(() => {
//= require parts/common.js
//= require parts/attribution.js

const script = document.currentScript || document.querySelector('script[data-form]');
const able = window.fetch && window.URLSearchParams && FormData.prototype.forEach && Element.prototype.closest;
if (!able || !script || !script.src || window.avonLeads) return;

const base = script.src.split('/', 3).join('/') + '/f/';
const texts = {
  sending: 'Sending…',
  thanks: 'Thank you. It is with us.',
  meant: 'Did you mean',
  mistakes: 'Please change this and send it again:',
  file: 'This form takes no files. Send a link instead.',
  failed: 'It did not go through. What you typed is still here. Press the button again: it cannot arrive twice.',
};
const say = (form, name) => form.getAttribute('data-avon-' + name) || script.getAttribute('data-' + name) || texts[name];

// The first touch is kept after the visit with consent only, and for 180 days at most.
const visit = arrival();
function firstTouch() {
  const touch = recall('localStorage');
  return touch && Date.now() - Date.parse(touch.seen) < 180 * 864e5 ? touch : null;
}
window.avonLeads = {
  consent(given) {
    keep('localStorage', given ? firstTouch() || visit : null);
  },
};
if (script.getAttribute('data-consent') === 'granted') window.avonLeads.consent(true);

// The address that a form posts to, empty for a form that is not ours. Reads attributes, because a
// field called "action" hides the property.
function endpoint(form) {
  const named = form.getAttribute('data-avon-form');
  const action = form.getAttribute('action') || '';
  if (named === 'off' || form.querySelector('[type=password]')) return '';
  if (named) return base + named;
  if (action.startsWith(base)) return action;
  const name = script.getAttribute('data-form');
  const selector = script.getAttribute('data-selector');
  const meant = selector ? form.matches(selector) : !action && form.querySelector('[type=email],[type=tel]');
  return name && meant ? base + name : '';
}

// Adds hidden fields, which are sent however the form is submitted. Values of the form's own stay.
function prepare(form, url) {
  const values = Object.assign({ page: location.origin + location.pathname, submissionKey: randomKey() }, visit);
  const first = firstTouch() || {};
  Object.keys(first).forEach(name => { values['first_' + name] = first[name]; });
  Object.keys(values).forEach(name => {
    const field = form.querySelector(`[name="${name}"]`) || form.appendChild(make('input', { type: 'hidden', name }));
    if (field.type === 'hidden' && !field.value) field.value = values[name];
  });
  form.setAttribute('action', url);
  form.setAttribute('method', 'post');
}

// Every form gets the focus before it is filled in, also one that was added later.
addEventListener('focusin', event => {
  const form = event.target.closest && event.target.closest('form');
  const url = form && endpoint(form);
  if (url) prepare(form, url);
});

// In the capture phase, before page builders send the form by their own scripts.
addEventListener('submit', event => {
  const form = event.target;
  const url = form.tagName === 'FORM' && endpoint(form);
  if (!url) return;
  prepare(form, url);
  const body = new URLSearchParams();
  const files = [];
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string') body.append(name, value);
    else if (value.size) files.push({ field: name, message: say(form, 'file') });
  });
  const button = event.submitter;
  if (button && button.name) body.append(button.name, button.value);
  event.preventDefault();
  event.stopImmediatePropagation();
  if (busy.has(form)) return;
  erase(form);
  if (files.length) draw(form, say(form, 'mistakes'), files);
  else send(form, url, body, [1e3, 4e3]);
}, true);

// Retries after each wait. The key in the body makes it the same lead, also if only the answer was
// lost.
const busy = new Set();
function send(form, url, body, waits) {
  busy.add(form);
  tell(form, say(form, 'sending'));
  const cut = window.AbortController ? new AbortController() : {};
  const timer = setTimeout(() => cut.signal && cut.abort(), 15e3);
  let wait = waits[0];
  fetch(url, { method: 'POST', headers: { Accept: 'application/json' }, body, signal: cut.signal }).then(response => {
    if (response.status !== 429 && response.status < 500) return response.json().then(answer => ({ ok: response.ok, answer }));
    wait = wait && Math.min(response.headers.get('Retry-After') * 1e3 || wait, 1e4);
    throw response;
  }).then(({ ok, answer }) => {
    clearTimeout(timer);
    if (ok) return done(form, answer);
    rest(form);
    if (answer.names) {
      // Only who builds the form can mend its names. Our page asks the visitor for what is missing.
      console.warn('No field for phone or e-mail:', JSON.stringify(answer.names));
      return HTMLFormElement.prototype.submit.call(form);
    }
    const mistakes = answer.violations;
    draw(form, mistakes ? say(form, 'mistakes') : answer.detail || say(form, 'failed'), mistakes || []);
  }, () => {
    clearTimeout(timer);
    if (wait) return setTimeout(send, wait, form, url, body, waits.slice(1));
    rest(form);
    draw(form, say(form, 'failed'), []);
  });
}

function done(form, answer) {
  // The next press is another submission.
  form.querySelector('[name=submissionKey]').value = '';
  const ours = form.dispatchEvent(new CustomEvent('avonlead', { bubbles: true, cancelable: true, detail: answer }));
  // Follow an absolute address, the form's own page of thanks, but not ours.
  if (ours && /^https?:/.test(answer.next)) return location.assign(answer.next);
  rest(form);
  if (!ours) return;
  HTMLFormElement.prototype.reset.call(form);
  tell(form, say(form, 'thanks') + (answer.didYouMean ? ` ${say(form, 'meant')} ${answer.didYouMean.email}?` : ''));
}

function rest(form) {
  busy.delete(form);
  tell(form, '');
}
addEventListener('pageshow', event => { if (event.persisted) busy.forEach(rest); });

function tell(form, text) {
  (form.querySelector('.avon-status') || form.appendChild(make('output', { className: 'avon-status' }))).textContent = text;
}

// Shows mistakes above the form and at each field. Keeps how to remove them again.
const drawn = new WeakMap();
let errors = 0;
function draw(form, text, mistakes) {
  const box = make('div', { className: 'avon-problem', tabIndex: -1 });
  const list = make('ul');
  const undo = [() => box.remove()];
  let focus = box;
  box.setAttribute('role', 'alert');
  box.appendChild(make('p', { textContent: text }));
  mistakes.forEach(({ field, message }) => {
    list.appendChild(make('li', { textContent: message }));
    const input = find(form, field);
    if (!input) return;
    const id = 'avon-error-' + errors++;
    const described = input.getAttribute('aria-describedby');
    const error = make('p', { className: 'avon-error', id, textContent: message });
    (input.closest('label') || input).insertAdjacentElement('afterend', error);
    input.setAttribute('aria-invalid', true);
    input.setAttribute('aria-describedby', described ? described + ' ' + id : id);
    undo.unshift(() => {
      error.remove();
      input.removeAttribute('aria-invalid');
      input.setAttribute('aria-describedby', described || '');
    });
    if (focus === box) focus = input;
  });
  if (mistakes.length) box.appendChild(list);
  form.insertBefore(box, form.firstChild);
  drawn.set(form, undo);
  focus.focus();
}

function erase(form) {
  (drawn.get(form) || []).forEach(undo => undo());
  drawn.delete(form);
}

// Page builders wrap names, as in form_fields[email].
function find(form, name) {
  const fields = [].filter.call(form.querySelectorAll('input,select,textarea'), field => field.type !== 'hidden');
  const type = { email: 'email', phone: 'tel', consent: 'checkbox' }[name];
  return fields.find(field => field.name === name || field.name.endsWith(`[${name}]`)) || fields.find(field => field.type === type);
}
})();
