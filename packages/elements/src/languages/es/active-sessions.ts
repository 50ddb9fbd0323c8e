import type { ActiveSessionsStrings } from '../en/active-sessions.js';

export const activeSessions: ActiveSessionsStrings = {
  heading: 'Dónde tiene la sesión iniciada',
  description: '¿No reconoce alguna de estas sesiones? Ciérrela y después cambie su contraseña.',
  current: 'Este dispositivo',
  unknown: 'Navegador desconocido',
  lastSeen: 'Última actividad:',
  since: 'iniciada el',
  proven: (methods) => `Confirmada con ${methods}`,
  method: {
    password: 'contraseña',
    passkey: 'llave de acceso',
    totp: 'aplicación de autenticación',
    'recovery-code': 'código de recuperación',
    'remembered-device': 'dispositivo recordado',
    'account-recovery': 'recuperación de la cuenta',
  },
  empty: 'No tiene la sesión iniciada en ningún otro lugar.',
  revoke: (current) => (current ? 'Cerrar sesión' : 'Cerrar'),
  ask: (name, current) =>
    current
      ? '¿Cerrar la sesión en este navegador?'
      : `¿Cerrar la sesión en ${name}? Dejará de estar activa de inmediato.`,
  revoked: (name) => `Se cerró la sesión en ${name}.`,
  revokeAll: 'Cerrar todas las demás',
  askAll:
    '¿Cerrar todas las demás sesiones? Esta sigue abierta. También se olvidan todos los dispositivos recordados, incluido este: en su próximo inicio de sesión se volverá a pedir el segundo paso.',
  revokedAll: 'Se cerraron todas las demás sesiones y se olvidaron todos los dispositivos recordados.',
  working: 'Un momento…',
};
