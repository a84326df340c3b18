// What brought this visit, and when: what advertising added to the address, the page before on
// another site, and the first page here. Addresses without their query, which can name a person.
const campaign = [
  'utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content',
  'gclid', 'gbraid', 'wbraid', 'fbclid', 'msclkid', 'li_fat_id', 'ttclid',
];

function arrival() {
  const here = new URLSearchParams(location.search);
  const touch = { landing_page: location.origin + location.pathname, seen: new Date().toISOString() };
  const before = document.referrer.split(/[?#]/)[0];
  if (before && before.split('/')[2] !== location.host) touch.referrer = before;
  const ads = campaign.filter(name => here.get(name));
  ads.forEach(name => { touch[name] = here.get(name); });
  const visit = recall('sessionStorage');
  // Only another ad begins anew: who comes back from a payment page is still on the same visit.
  if (visit && !ads.length) return visit;
  keep('sessionStorage', touch);
  return touch;
}

// Storage may be full or forbidden; then this page has to do.
function recall(storage) {
  try { return JSON.parse(window[storage].getItem('avonLeads')); } catch (e) { return null; }
}

function keep(storage, value) {
  try { window[storage].setItem('avonLeads', JSON.stringify(value)); } catch (e) { /* As above. */ }
}
