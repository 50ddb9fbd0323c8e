/** When somebody last signed in, for the list of a workspace's members: the newest sign-in that became a session, without reading the others. */
export const script = `
CREATE INDEX mfa_audit_events_sign_ins ON mfa_audit_events (subject, at)
  WHERE event = 'auth.sign_in.success' AND session_id IS NOT NULL;
`;
