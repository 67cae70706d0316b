import { hourOf } from './dom.js';

for (const time of document.querySelectorAll('time')) time.textContent = hourOf(time.dateTime);

// The list is drawn by the server; another letter draws it anew.
new EventSource('/sim/events?scope=mail').addEventListener('event', () => location.reload());
