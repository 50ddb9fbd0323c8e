import type { RememberedDevicesStrings } from '../en/remembered-devices.js';

export const rememberedDevices: RememberedDevicesStrings = {
  heading: 'Dispositivos recordados',
  description:
    'En un dispositivo recordado basta su contraseña para iniciar sesión, durante 30 días como máximo; las acciones delicadas siguen exigiendo más.',
  current: 'Este dispositivo',
  unknown: 'Navegador desconocido',
  lastUsed: 'Último uso:',
  neverUsed: 'Todavía sin usar',
  since: 'Recordado desde el',
  until: 'hasta el',
  empty: 'No hay ningún dispositivo recordado.',
  revoke: () => 'Olvidar',
  ask: (name, current) =>
    current
      ? '¿Olvidar este navegador? En su próximo inicio de sesión aquí se pedirá el segundo paso.'
      : `¿Olvidar ${name}? En el próximo inicio de sesión allí se pedirá el segundo paso.`,
  revoked: (name) => `Se olvidó ${name}.`,
  revokeAll: 'Olvidar todos',
  askAll:
    '¿Olvidar todos los dispositivos recordados? En el próximo inicio de sesión en cada uno de ellos se pedirá el segundo paso.',
  revokedAll: 'Se olvidaron todos los dispositivos recordados.',
  working: 'Un momento…',
};
