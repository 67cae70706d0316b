import { callerPanel } from './caller.js';
import { byId } from './dom.js';
import { faultsPanel } from './faults.js';
import { googlePanel } from './google.js';
import { nightPanel } from './night.js';
import { followLog, simulator } from './simulator.js';
import { slackPanel } from './slack.js';
import { staffPanel } from './staff.js';
import { trafficPanel } from './traffic.js';

const numbers = await simulator.demoNumbers();
const panels = [
  callerPanel(numbers),
  staffPanel(numbers),
  nightPanel(),
  trafficPanel(),
  slackPanel(),
  googlePanel(),
  faultsPanel(),
];

followLog(
  (entry) => panels.forEach((panel) => panel.notice?.(entry)),
  (state) => {
    byId('connection').textContent = state;
  },
);
