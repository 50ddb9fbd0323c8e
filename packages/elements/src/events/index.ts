export { MfaChallengePassedEvent } from './mfa-challenge-passed.js';
export { MfaCodeCompleteEvent } from './mfa-code-complete.js';
export { MfaRestartEvent } from './mfa-restart.js';
export { MfaSignedInEvent } from './mfa-signed-in.js';
export { MfaStepUpCancelledEvent } from './mfa-step-up-cancelled.js';
export { MfaStepUpDoneEvent } from './mfa-step-up-done.js';
