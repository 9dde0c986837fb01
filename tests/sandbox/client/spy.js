// A curious page: everything a page's own script can look at, gathered again and again into window.__spied.
const spied = {
  highlights: [],
  foreign: [],
  shadows: [],
  attributes: [],
  globals: [],
  hits: [],
  messages: [],
};
window.__spied = spied;

const ownGlobals = new Set(Object.getOwnPropertyNames(window));
const ownElements = new Set(document.querySelectorAll('*'));

function keep(list, item) {
  if (!list.includes(item)) list.push(item);
}

function lookAtHighlights() {
  if (!window.CSS?.highlights) return;
  for (const [name, highlight] of CSS.highlights) {
    keep(spied.highlights, JSON.stringify({ name, ranges: [...highlight].map((range) => range.toString()) }));
  }
}

function lookAtElements() {
  for (const element of document.querySelectorAll('*')) {
    if (!ownElements.has(element)) keep(spied.foreign, element.outerHTML);
    if (element.shadowRoot) keep(spied.shadows, element.shadowRoot.innerHTML);
    for (const { name, value } of element.attributes) {
      if (/^(class|id|href|style|title|aria-|data-|popover)/.test(name) && !ownElements.has(element)) {
        keep(spied.attributes, `${name}=${value}`);
      }
    }
  }
}

// What stands at and beside each code, as the page sees it.
function lookAtPoints() {
  for (const link of document.querySelectorAll('#tblHoSo td.nw a')) {
    const box = link.getBoundingClientRect();
    for (const x of [box.left + 2, box.right + 6, box.right + 20]) {
      for (const element of document.elementsFromPoint(x, box.top + box.height / 2)) {
        if (!ownElements.has(element)) keep(spied.hits, `${element.localName}: ${element.textContent}`);
      }
    }
  }
}

function lookAtGlobals() {
  for (const name of Object.getOwnPropertyNames(window)) if (!ownGlobals.has(name)) keep(spied.globals, name);
}

addEventListener('message', (event) => keep(spied.messages, JSON.stringify(event.data)));
new MutationObserver(lookAtElements).observe(document, { childList: true, subtree: true, attributes: true });
setInterval(() => {
  lookAtHighlights();
  lookAtElements();
  lookAtPoints();
  lookAtGlobals();
}, 250);
