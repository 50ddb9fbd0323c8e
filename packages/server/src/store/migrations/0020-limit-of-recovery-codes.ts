/** Failures in a row on the recovery codes of a person, and since when they are locked for having had too many; new ones begin anew (rule L2). */
export const script = `
ALTER TABLE mfa_recovery_code_sets ADD COLUMN failures_in_a_row BIGINT NOT NULL DEFAULT 0;
ALTER TABLE mfa_recovery_code_sets ADD COLUMN locked_at BIGINT;
`;
