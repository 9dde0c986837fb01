// Opens and closes the detail dialogs; every one is modal.
for (const opener of document.querySelectorAll('[data-open]')) {
  opener.addEventListener('click', (event) => {
    event.preventDefault();
    document.getElementById(`d-${opener.dataset.open}`).showModal();
  });
}
for (const closer of document.querySelectorAll('[data-close]')) {
  closer.addEventListener('click', () => closer.closest('dialog').close());
}
document.querySelector('dialog[data-start]')?.showModal();

// The header is another table: it follows the body sideways.
const head = document.querySelector('.grid-head');
const body = document.querySelector('.grid-body');
body.addEventListener('scroll', () => {
  head.scrollLeft = body.scrollLeft;
});
