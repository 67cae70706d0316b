/** The fixed account of development: product and simulator agree on it without a word. Not a real Twilio account. */
export const DEV_ACCOUNT_SID = `AC${'0'.repeat(24)}5150cafe`;
export const DEV_AUTH_TOKEN = 'simulator-auth-token-of-development';

export const DEV_VAPI_KEY = 'simulator-vapi-key-of-development';
export const DEV_VAPI_WEBHOOK_SECRET = 'simulator-vapi-webhook-secret-of-development';

export const DEV_GOOGLE_CLIENT_ID = 'simulator-client-id.apps.googleusercontent.com';
export const DEV_GOOGLE_CLIENT_SECRET = 'simulator-google-secret-of-development';

/** A chat model that speaks OpenAI's protocol, when the voice agent is to be a real one. */
export interface LlmSettings {
  baseUrl: string;
  apiKey: string;
  /** Overrides the model named by the assistant. */
  model: string | null;
}

export interface ServerSettings {
  host: string;
  port: number;
  /** Where the mail stand-in listens; 0 takes a free port. */
  smtpPort: number;
  twilioAccountSid: string;
  twilioAuthToken: string;
  /** JSON file that carries the state over a restart; null keeps everything in memory. */
  stateFile: string | null;
  /** Virtual seconds per real second at start. */
  clockScale: number;
  /** Bearer key the stand-in for Vapi asks for. */
  vapiKey: string;
  /** Secret of the HMAC credential that signs Vapi's server messages. */
  vapiWebhookSecret: string;
  /** The application that the stand-in for Google knows. */
  googleClientId: string;
  googleClientSecret: string;
  llm: LlmSettings | null;
  /** Where Nightdesk answers; the overnight player moves its development clock there. */
  apiUrl: string;
}

/** Reads the simulator's environment; throws with the name of what is wrong. */
export function readSettings(env: NodeJS.ProcessEnv): ServerSettings {
  const read = (name: string, fallback: string) => env[name] || fallback;
  const settings: ServerSettings = {
    host: read('HOST', '127.0.0.1'),
    port: Number(read('SIM_PORT', '4010')),
    smtpPort: Number(read('SIM_SMTP_PORT', '4025')),
    twilioAccountSid: read('SIM_TWILIO_ACCOUNT_SID', DEV_ACCOUNT_SID),
    twilioAuthToken: read('SIM_TWILIO_AUTH_TOKEN', DEV_AUTH_TOKEN),
    stateFile: env.SIM_STATE_FILE || null,
    clockScale: Number(read('CLOCK_SCALE', '1')),
    vapiKey: read('SIM_VAPI_KEY', DEV_VAPI_KEY),
    vapiWebhookSecret: read('SIM_VAPI_WEBHOOK_SECRET', DEV_VAPI_WEBHOOK_SECRET),
    googleClientId: read('SIM_GOOGLE_CLIENT_ID', DEV_GOOGLE_CLIENT_ID),
    googleClientSecret: read('SIM_GOOGLE_CLIENT_SECRET', DEV_GOOGLE_CLIENT_SECRET),
    llm: readLlm(env),
    apiUrl: read('SIM_API_URL', 'http://127.0.0.1:3000'),
  };
  if (!isPort(settings.port)) throw new Error('SIM_PORT must be a port number');
  if (!isPort(settings.smtpPort)) throw new Error('SIM_SMTP_PORT must be a port number');
  if (!/^AC[0-9a-f]{32}$/.test(settings.twilioAccountSid))
    throw new Error('SIM_TWILIO_ACCOUNT_SID must be AC and 32 hex digits');
  if (!(settings.clockScale >= 0)) throw new Error('CLOCK_SCALE must be zero or more');
  return settings;
}

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 0;

function readLlm(env: NodeJS.ProcessEnv): LlmSettings | null {
  const { SIM_LLM_BASE_URL: baseUrl, SIM_LLM_API_KEY: apiKey, SIM_LLM_MODEL: model } = env;
  return baseUrl && apiKey ? { baseUrl, apiKey, model: model || null } : null;
}
