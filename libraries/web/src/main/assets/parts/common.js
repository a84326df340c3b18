const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

// randomUUID exists on secure origins only.
const randomKey = () => crypto.randomUUID ? crypto.randomUUID() : crypto.getRandomValues(new Uint32Array(4)).join('-');
