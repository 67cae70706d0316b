import { createSimulator } from './server.js';
import { readSettings } from './server-settings.js';
import { makeStandIns } from './server-stand-ins.js';

const simulator = await createSimulator(readSettings(process.env), makeStandIns);
const address = await simulator.listen();
console.log(`Simulator on ${address} (Twilio account ${simulator.world.settings.twilioAccountSid})`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void simulator.close().then(() => process.exit(0)));
}
