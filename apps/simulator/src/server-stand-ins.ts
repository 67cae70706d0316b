import { createGoogle } from './google/google.js';
import { createHandsets } from './handsets/handsets.js';
import { createMail } from './mail/mail.js';
import { createOvernight } from './overnight/overnight.js';
import { createSlack } from './slack/slack.js';
import { createTwilio } from './twilio/twilio.js';
import { createStaticHost } from './static-host/static-host.js';
import { createVapi } from './vapi/vapi.js';
import { createWhisper } from './whisper/whisper.js';
import type { StandIn, World } from './world.js';

/** Every stand-in of the simulator. */
export function makeStandIns(world: World): StandIn[] {
  return [
    createTwilio(world),
    createVapi(world),
    createSlack(world),
    createWhisper(world),
    createGoogle(world),
    createMail(world),
    createOvernight(world),
    createStaticHost(),
    createHandsets(),
  ];
}
