/** The fixed account of development: product and simulator agree on it without a word. Not a real Twilio account. */
export const DEV_ACCOUNT_SID = `AC${'0'.repeat(24)}5150cafe`;
export const DEV_AUTH_TOKEN = 'simulator-auth-token-of-development';

export interface ServerSettings {
  host: string;
  port: number;
  twilioAccountSid: string;
  twilioAuthToken: string;
  /** JSON file that carries the state over a restart; null keeps everything in memory. */
  stateFile: string | null;
  /** Virtual seconds per real second at start. */
  clockScale: number;
}

/** Reads the simulator's environment; throws with the name of what is wrong. */
export function readSettings(env: NodeJS.ProcessEnv): ServerSettings {
  const read = (name: string, fallback: string) => env[name] || fallback;
  const settings: ServerSettings = {
    host: read('HOST', '127.0.0.1'),
    port: Number(read('SIM_PORT', '4010')),
    twilioAccountSid: read('SIM_TWILIO_ACCOUNT_SID', DEV_ACCOUNT_SID),
    twilioAuthToken: read('SIM_TWILIO_AUTH_TOKEN', DEV_AUTH_TOKEN),
    stateFile: env.SIM_STATE_FILE || null,
    clockScale: Number(read('CLOCK_SCALE', '1')),
  };
  if (!Number.isInteger(settings.port) || settings.port < 0) throw new Error('SIM_PORT must be a port number');
  if (!/^AC[0-9a-f]{32}$/.test(settings.twilioAccountSid))
    throw new Error('SIM_TWILIO_ACCOUNT_SID must be AC and 32 hex digits');
  if (!(settings.clockScale >= 0)) throw new Error('CLOCK_SCALE must be zero or more');
  return settings;
}
