import { byId, el, hourOf } from './dom.js';
import { simulator } from './simulator.js';

/** The channel behind the incoming webhook, newest message first. */
export function slackPanel() {
  const show = () => void simulator.slack().then(draw, () => undefined);
  show();
  return {
    notice(entry) {
      if (entry.scope === 'slack.channel') show();
    },
  };
}

function draw(messages) {
  const box = byId('slack-messages');
  box.replaceChildren(...messages.map(messageFor).reverse());
  if (messages.length === 0) box.append(el('p', { className: 'empty', textContent: 'Nothing posted yet' }));
}

function messageFor({ at, text, blocks }) {
  const body = blocks.length > 0 ? blocks.map(blockFor) : [el('div', { textContent: unescaped(text) })];
  return el('article', { className: 'slack-message' }, el('time', { dateTime: at, textContent: hourOf(at) }), ...body);
}

function blockFor(block) {
  if (block.type === 'divider') return el('hr');
  const texts = [block.text, ...(block.fields ?? []), ...(block.elements ?? [])]
    .map((part) => part?.text?.text ?? part?.text ?? part)
    .filter((text) => typeof text === 'string');
  return el(block.type === 'header' ? 'strong' : 'div', { textContent: unescaped(texts.join('\n')) });
}

/** Slack's three escapes, shown as its clients show them. */
function unescaped(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
