/** What the public may import, and nothing else. */
export { createMfa, type Mfa } from './create-mfa.ts';
export { ConfigurationError, type MfaConfiguration } from './configuration/configuration.ts';
export type { Duration } from './configuration/duration.ts';
export type { WebhookConfiguration } from './configuration/webhooks.ts';
export type { Health } from './http/health.ts';
export type { MetricsEndpoint } from './http/metrics.ts';
export type { ShutDownOptions } from './operating/shut-down.ts';
export type { Requirement } from './step-up/actions.ts';
export { Problem, type ProblemCode } from './api/problem.ts';
export type { SessionView } from './sessions/session-view.ts';
export type { AdministrativeAction, Authorize } from './ports/authorize.ts';
export { systemClock, type Clock } from './ports/clock.ts';
export { argon2Hasher, type Hasher } from './ports/hasher.ts';
export type { PlaceLookup } from './ports/place-lookup.ts';
export { plainKeys, type KeyProvider } from './ports/key-provider.ts';
export {
  MailRefused,
  MailServerAway,
  MailServerRefuses,
  smtpMailer,
  type Mail,
  type Mailer,
  type MailerState,
} from './ports/mailer.ts';
export type { MailLanguage, PartialMailLanguage } from './notifications/languages/mail-language.ts';
export type { User, Users } from './ports/users.ts';
export { verifyWebhook } from './notifications/webhooks/verify-webhook.ts';
export type { WebhookEvent } from './notifications/webhooks/webhook-event.ts';
export { generateKeyRing, type KeyRingSettings } from './secrets/key-ring.ts';
