/** When something last happened to an account that its person should set up a second step after; asked with every session. */
export const script = `
CREATE INDEX mfa_audit_events_incidents ON mfa_audit_events (subject, at)
  WHERE event IN ('auth.2fa.admin_disabled', 'auth.2fa.brute_force_blocked', 'auth.2fa.factor_locked', 'auth.activity.reported',
    'auth.passkey.counter_anomaly', 'auth.recovery.tier2_completed', 'auth.recovery.tier3_completed');
`;
