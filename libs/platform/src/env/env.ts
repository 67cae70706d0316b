import { plainToInstance, Transform } from 'class-transformer';
import { IsInt, IsNumber, IsOptional, IsUrl, Matches, Max, Min, MinLength, validateSync } from 'class-validator';
import 'reflect-metadata';

const anyOrigin = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };
const postgres = { require_tld: false, require_protocol: true, protocols: ['postgres', 'postgresql'] };
const mailServer = { require_tld: false, require_protocol: true, protocols: ['smtp', 'smtps'] };
const toNumber = ({ value }: { value: unknown }) => (value === undefined || value === '' ? undefined : Number(value));

/** Operator settings (architecture, run-time contract). Contractor settings are `config`, never environment. */
export class Env {
  @Transform(toNumber) @IsInt() @Min(1) @Max(65535) PORT: number = 3000;
  /** The origin Twilio and Vapi reach us at; signatures are checked against it, never against the Host header. */
  @IsUrl(anyOrigin) PUBLIC_URL!: string;
  /** TwiML file on another host that answers callers while we can't: `…/voice-fallback/voicemail.xml`, its neighbours beside it. */
  @IsOptional() @IsUrl(anyOrigin) @Matches(/\.xml$/) VOICE_FALLBACK_URL?: string;
  /** Addresses and networks of our own reverse proxies, separated by commas; see `httpAdapter`. */
  @IsOptional() @Matches(/^[0-9a-f.:/]+(?:, *[0-9a-f.:/]+)*$/i) TRUSTED_PROXIES?: string;
  @IsUrl(postgres) DATABASE_URL!: string;
  @IsOptional() @IsUrl(postgres) MIGRATION_DATABASE_URL?: string;
  @MinLength(32) JWT_SECRET!: string;
  /** 32 bytes in hex: key of the secrets we keep at rest. */
  @Matches(/^[0-9a-f]{64}$/) ENCRYPTION_KEY!: string;

  @Matches(/^AC[0-9a-f]{32}$/) TWILIO_ACCOUNT_SID!: string;
  @MinLength(16) TWILIO_AUTH_TOKEN!: string;
  @IsUrl(anyOrigin) TWILIO_API_URL: string = 'https://api.twilio.com';
  /** Registered sender for staff alerts; without it they come from the account's own line (decision 16). */
  @IsOptional() @Matches(/^\+[1-9]\d{6,14}$/) ALERT_FROM_NUMBER?: string;

  @MinLength(8) VAPI_API_KEY!: string;
  @IsUrl(anyOrigin) VAPI_API_URL: string = 'https://api.vapi.ai';
  @MinLength(16) VAPI_WEBHOOK_SECRET!: string;

  @IsOptional() OPENAI_API_KEY?: string;
  @IsUrl(anyOrigin) OPENAI_BASE_URL: string = 'https://api.openai.com/v1';
  @IsUrl(anyOrigin) SLACK_API_URL: string = 'https://hooks.slack.com';

  /** The operator's application at Google. Without both nobody can connect a Google Calendar. */
  @IsOptional() @MinLength(8) GOOGLE_CLIENT_ID?: string;
  @IsOptional() @MinLength(8) GOOGLE_CLIENT_SECRET?: string;
  /** Where Google's three hosts are answered together, with their paths; Google itself when left out. */
  @IsOptional() @IsUrl(anyOrigin) GOOGLE_API_URL?: string;

  /** Mail server, e.g. smtps://user:secret@smtp.example.com. Without it nobody can sign up, be invited or reset a password. */
  @IsOptional() @IsUrl(mailServer) SMTP_URL?: string;
  /** Sender of our e-mails; `Nightdesk <no-reply@` the public host `>` by default. */
  @IsOptional() @MinLength(3) MAIL_FROM?: string;

  /** Development only: the whole program runs on a clock that can be moved and scaled. */
  @IsOptional() @Transform(toNumber) @IsNumber() @Min(0) @Max(1000) CLOCK_SCALE?: number;
  @Matches(/^(trace|debug|info|warn|error|silent)$/) LOG_LEVEL: string = 'info';
}

/** Reads the environment once, whole, at the door. Throws one error that lists every bad key. */
export function readEnv(source: NodeJS.ProcessEnv): Readonly<Env> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const env = plainToInstance(Env, given, { exposeDefaultValues: true });
  const errors = validateSync(env);
  if (errors.length > 0) throw new Error(`Bad environment: ${errors.map((error) => error.property).join(', ')}`);
  return Object.freeze(env);
}

/** The environment of this process. */
export const readProcessEnv = (): Readonly<Env> => readEnv(process.env);
