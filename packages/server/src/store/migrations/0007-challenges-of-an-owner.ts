/** Finds the challenges of one session or sign-in, of which the newest few are kept. */
export const script = `
CREATE INDEX mfa_ceremonies_of_an_owner ON mfa_ceremonies (owner, purpose, expires_at);
`;
