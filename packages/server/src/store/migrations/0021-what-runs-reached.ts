/** The time that a job which deletes what is old has come to; a run goes only a little further (decision 0027). */
export const script = `
ALTER TABLE mfa_job_runs ADD COLUMN reached BIGINT;
`;
