/** Which process is at which job that one is enough for, and until when the others believe it. */
export const script = `
CREATE TABLE mfa_job_runs (
  job TEXT PRIMARY KEY,
  run TEXT NOT NULL,
  until BIGINT NOT NULL
);
`;
