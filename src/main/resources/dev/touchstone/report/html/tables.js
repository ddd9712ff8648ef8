'use strict';

// Makes tables sortable and opens a trial's record when a link leads to it. Without this script the tables stand in
// their first order and records open by hand.
(() => {
  const empty = key => key === '' || key === 'NaN';

  function compare(a, b, kind) {
    const numbers = kind !== 'text' && !Number.isNaN(Number(a)) && !Number.isNaN(Number(b));
    return numbers ? Number(a) - Number(b) : a.localeCompare(b, 'en', {numeric: true});
  }

  function sort(table, header) {
    const column = header.cellIndex;
    const descending = header.getAttribute('aria-sort') === 'ascending';
    const body = table.tBodies[0];
    const key = row => row.cells[column].dataset.key;
    const rows = [...body.rows].sort((a, b) => {
      // Missing values stay at the end either way.
      if (empty(key(a)) || empty(key(b))) return empty(key(a)) - empty(key(b));
      return compare(key(a), key(b), header.dataset.sort) * (descending ? -1 : 1);
    });
    body.append(...rows);
    table.querySelectorAll('th[aria-sort]').forEach(other => other.removeAttribute('aria-sort'));
    header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
  }

  document.querySelectorAll('table.sortable').forEach(table => {
    table.querySelectorAll('th[data-sort]').forEach(header => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...header.childNodes);
      button.addEventListener('click', () => sort(table, header));
      header.append(button);
    });
  });

  function open(hash) {
    const record = hash.startsWith('#trial-') && document.getElementById(hash.slice(1));
    if (record) {
      record.open = true;
      record.querySelector('summary').focus({preventScroll: true});
    }
  }

  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#trial-"]');
    if (link) open(link.hash);
  });
  addEventListener('hashchange', () => open(location.hash));
  open(location.hash);
})();
