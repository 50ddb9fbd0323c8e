import { base64URLStringToBuffer, bufferToBase64URLString } from '@simplewebauthn/browser';
import type {
  AuthenticationResponseJSON,
  CreationOptions,
  RegistrationResponseJSON,
  RequestOptions,
} from './ceremonies.js';

// Browsers have methods for all of this by now. They are not used: password managers that put themselves in place of
// `navigator.credentials` answer with objects on which `toJSON()` is missing or throws.

type Descriptors = RequestOptions['allowCredentials'];

const descriptors = (list: Descriptors): PublicKeyCredentialDescriptor[] =>
  (list ?? []).map(({ id, transports }) => ({
    id: base64URLStringToBuffer(id),
    type: 'public-key',
    ...(transports && { transports: transports as AuthenticatorTransport[] }),
  }));

/** What `navigator.credentials.create()` takes. */
export function creationFrom(options: CreationOptions): PublicKeyCredentialCreationOptions {
  return {
    ...(options as unknown as PublicKeyCredentialCreationOptions),
    challenge: base64URLStringToBuffer(options.challenge),
    user: { ...options.user, id: base64URLStringToBuffer(options.user.id) },
    excludeCredentials: descriptors(options.excludeCredentials),
  };
}

/** What `navigator.credentials.get()` takes. */
export function requestFrom(options: RequestOptions): PublicKeyCredentialRequestOptions {
  return {
    ...(options as unknown as PublicKeyCredentialRequestOptions),
    challenge: base64URLStringToBuffer(options.challenge),
    allowCredentials: descriptors(options.allowCredentials),
  };
}

/** What the server takes of a new passkey. */
export function registrationOf(credential: PublicKeyCredential): RegistrationResponseJSON {
  const response = credential.response as AuthenticatorAttestationResponse;
  return {
    ...envelope(credential),
    response: {
      clientDataJSON: bufferToBase64URLString(response.clientDataJSON),
      attestationObject: bufferToBase64URLString(response.attestationObject),
      transports: response.getTransports(),
    },
  };
}

/** What the server takes of a proof. */
export function authenticationOf(credential: PublicKeyCredential): AuthenticationResponseJSON {
  const { clientDataJSON, authenticatorData, signature, userHandle } =
    credential.response as AuthenticatorAssertionResponse;
  return {
    ...envelope(credential),
    response: {
      clientDataJSON: bufferToBase64URLString(clientDataJSON),
      authenticatorData: bufferToBase64URLString(authenticatorData),
      signature: bufferToBase64URLString(signature),
      ...(userHandle && { userHandle: bufferToBase64URLString(userHandle) }),
    },
  };
}

function envelope(
  credential: PublicKeyCredential,
): Omit<RegistrationResponseJSON & AuthenticationResponseJSON, 'response'> {
  const { id, rawId, authenticatorAttachment } = credential;
  return {
    id,
    rawId: bufferToBase64URLString(rawId),
    type: 'public-key',
    clientExtensionResults: credential.getClientExtensionResults(),
    ...(authenticatorAttachment && {
      authenticatorAttachment: authenticatorAttachment as 'platform' | 'cross-platform',
    }),
  };
}
