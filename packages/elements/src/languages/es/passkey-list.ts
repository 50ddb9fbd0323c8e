import type { PasskeyListStrings } from '../en/passkey-list.js';

export const passkeyList: PasskeyListStrings = {
  heading: 'Llaves de acceso',
  description:
    'Con una llave de acceso inicia sesión mediante su huella dactilar, su rostro o el bloqueo de pantalla. No hay nada que escribir ni nada que una página falsa pueda robar.',
  empty: 'Todavía no tiene ninguna llave de acceso.',
  added: 'Añadida el',
  lastUsed: 'Último uso:',
  neverUsed: 'Todavía sin usar',
  current: 'En uso ahora',
  synced: (provider) =>
    provider
      ? `Sincronizada: en todos sus dispositivos con ${provider}.`
      : 'Sincronizada: en todos sus dispositivos con el mismo gestor de contraseñas.',
  bound: 'Solo en un dispositivo. Si pierde ese dispositivo, pierde esta llave de acceso.',
  boundKey: 'Solo en esta llave de seguridad. Si pierde la llave de seguridad, pierde esta llave de acceso.',
  second:
    'Es su única llave de acceso. Añada otra en un dispositivo distinto o en una llave de seguridad, para poder entrar aunque la pierda.',
  add: 'Añadir una llave de acceso',
  limit: 'Tiene veinte llaves de acceso y no se admiten más. Elimine una para añadir otra.',
  rename: 'Renombrar',
  remove: 'Eliminar',
};
