// What brought this visit, and when: the campaign in the address, the referrer on another site, and
// the first page here. Addresses are kept without their query, which can name a person.
// The build replaces the placeholder by the names in Attribution.CAMPAIGN.
const campaign = '{{campaign}}'.split(' ');

function arrival() {
  const here = new URLSearchParams(location.search);
  const touch = { landing_page: location.origin + location.pathname, seen: new Date().toISOString() };
  const before = document.referrer.split(/[?#]/)[0];
  if (before && before.split('/')[2] !== location.host) touch.referrer = before;
  const ads = campaign.filter(name => here.get(name));
  ads.forEach(name => { touch[name] = here.get(name); });
  const visit = recall('sessionStorage');
  // Only another campaign begins a new visit: coming back from a payment page does not.
  if (visit && !ads.length) return visit;
  keep('sessionStorage', touch);
  return touch;
}

// Storage may be full or forbidden. Then only this page knows the visit.
function recall(storage) {
  try { return JSON.parse(window[storage].getItem('avonLeads')); } catch (e) { return null; }
}

function keep(storage, value) {
  try { window[storage].setItem('avonLeads', JSON.stringify(value)); } catch (e) {}
}
