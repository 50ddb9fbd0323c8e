/**
 * What a person owes by when belongs to the person in a workspace: what one workspace gave them time for, or exempted them from, says
 * nothing in another. Each deadline is written once for each of the two together (rule R5). What was stored of a person before is theirs
 * where they are.
 */
export const script = `
CREATE TABLE mfa_deadlines (
  user_id TEXT NOT NULL,
  workspace TEXT NOT NULL,
  deadline BIGINT,
  passkey_deadline BIGINT,
  exempt_until BIGINT,
  remind_at BIGINT,
  PRIMARY KEY (user_id, workspace)
);
INSERT INTO mfa_deadlines (user_id, workspace, deadline, passkey_deadline, exempt_until, remind_at)
  SELECT user_id, workspace, deadline, passkey_deadline, exempt_until, remind_at FROM mfa_accounts
  WHERE deadline IS NOT NULL OR passkey_deadline IS NOT NULL OR exempt_until IS NOT NULL;
CREATE INDEX mfa_deadlines_to_remind ON mfa_deadlines (remind_at) WHERE remind_at IS NOT NULL;

DROP INDEX mfa_accounts_to_remind;
ALTER TABLE mfa_accounts DROP COLUMN deadline;
ALTER TABLE mfa_accounts DROP COLUMN passkey_deadline;
ALTER TABLE mfa_accounts DROP COLUMN exempt_until;
ALTER TABLE mfa_accounts DROP COLUMN remind_at;
`;
